// Requests as a stranger would send them, and a built page to ask for.
import { mkdirSync, writeFileSync } from "node:fs"
import { request } from "node:http"
import { join } from "node:path"
import { tempFolder } from "../support/tempfolder.ts"
import { authorized, type Host } from "./transports.ts"

interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  text: string
  code: string | undefined
}

interface Asked {
  method?: string
  headers?: Record<string, string>
  body?: string | Buffer
}

/** One request as it is, with no help from `fetch`: any Host, any path, any header. */
export function ask(
  { base }: Pick<Host, "base">,
  path: string,
  { method = "GET", headers = {}, body }: Asked = {},
): Promise<Answer> {
  const { hostname, port, host } = new URL(base)
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers: { host, ...headers }, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on("data", (chunk) => chunks.push(chunk))
      response.on("error", reject)
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString()
        let code: string | undefined
        try {
          code = JSON.parse(text).error?.code
        } catch {}
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, code })
      })
    })
    sent.on("error", reject)
    sent.end(body)
  })
}

export const post = (host: Host, name: string, body: string | Buffer, headers = {}) =>
  ask(host, `/call/${name}`, { method: "POST", headers: { ...authorized, ...headers }, body })

/** A built page, and a file beside it that nobody may have. */
export function builtPage(): string {
  const folder = join(tempFolder(), "page")
  mkdirSync(join(folder, "assets"), { recursive: true })
  writeFileSync(join(folder, "index.html"), "<!doctype html>page")
  writeFileSync(join(folder, "assets", "main.js"), "1")
  writeFileSync(join(folder, "notes.map"), "private")
  writeFileSync(join(folder, "..", "secret.html"), "secret")
  return folder
}
