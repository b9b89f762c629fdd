// A served library in a process of its own, and the contract over HTTP as a page would use it.
import { type ChildProcess, spawn } from "node:child_process"
import { createInterface } from "node:readline"
import { setTimeout as pause } from "node:timers/promises"
import { onTestFinished } from "vitest"
import { type Client, makeClient } from "../../shared/client.ts"
import type { Reply } from "../../shared/errors.ts"
import { command, environment } from "./command.ts"

export interface Served extends Client {
  base: string
  token: string
  launcher: ChildProcess
  upload(name: string, text: string): Promise<string>
}

/** A client of an address as `serve` prints it. */
export function clientOf(address: string): Omit<Served, "launcher"> {
  const { origin: base, hash } = new URL(address)
  const token = hash.replace("#token=", "")
  const headers = { authorization: `Bearer ${token}` }
  const send = async (name: string, input: unknown) => {
    const request = { method: "POST", headers, body: JSON.stringify(input) }
    return (await (await fetch(`${base}/call/${name}`, request)).json()) as Reply
  }
  return {
    ...makeClient({ send, subscribe: () => () => {} }),
    base,
    token,
    async upload(name, text) {
      const address = `${base}/upload?name=${encodeURIComponent(name)}`
      const response = await fetch(address, { method: "PUT", headers, body: text })
      return ((await response.json()) as { value: { uploadId: string } }).value.uploadId
    },
  }
}

/** Starts `jiaoyang serve` on a library and ends it with the test. */
export async function serveLibrary(library: string, env: Record<string, string> = {}): Promise<Served> {
  const launcher = spawn(process.execPath, [command, "serve", "--library", library, "--no-open"], {
    stdio: ["ignore", "pipe", "ignore"],
    env: { ...environment, ...env },
  })
  const ended = new Promise((resolve) => launcher.once("exit", resolve))
  onTestFinished(async () => {
    launcher.kill("SIGTERM")
    await Promise.race([ended, pause(5000)])
    launcher.kill("SIGKILL")
  })
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: launcher.stdout }).once("line", resolve)
    launcher.once("exit", () => reject(new Error("serve ended without an address")))
  })
  return { ...clientOf(address), launcher }
}
