// The built page's files, from a list made of the folder itself: no path is ever joined from an address.
import { createReadStream, readdirSync } from "node:fs"
import type { IncomingMessage, ServerResponse } from "node:http"
import { extname, join, relative, sep } from "node:path"
import { AppError } from "../../shared/errors.ts"

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
}

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types default ProseMirrorClipboard",
]

/** Headers of every answer. */
export const security: Record<string, string> = {
  "content-security-policy": policy.join("; "),
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
}

function list(folder: string): Map<string, string> {
  const files = new Map<string, string>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    files.set(`/${relative(folder, path).split(sep).join("/")}`, path)
  }
  return files
}

export function serveFile(folder: string, pathname: string, request: IncomingMessage, response: ServerResponse): void {
  if (request.method !== "GET" && request.method !== "HEAD") throw new AppError("not-found", { what: "address" })
  const name = pathname === "/" ? "/index.html" : pathname
  const path = list(folder).get(name)
  const type = types[extname(name)]
  if (!path || !type) throw new AppError("not-found", { what: "file" })
  const cache = name.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache"
  response.writeHead(200, { "content-type": type, "cache-control": cache })
  if (request.method === "HEAD") response.end()
  else createReadStream(path).pipe(response)
}
