// The one way a foreign file gets in: looked at before it is opened, opened so that it cannot block, sniffed before it
// is read, and read whole, so that what was checked is what is used.
import { constants } from "node:fs"
import { type FileHandle, open, stat } from "node:fs/promises"
import path from "node:path"
import { AppError, type ErrorCode } from "../../../shared/errors.ts"
import { type Sniffed, sniff } from "./sniff.ts"

/** What is read whole; XML becomes many times its size in memory. */
const mostBytes = { image: 400 * 1024 * 1024, pdf: 400 * 1024 * 1024, xml: 64 * 1024 * 1024, other: 20 * 1024 * 1024 }
const headBytes = 64 * 1024

export interface Input {
  /** The file's name without its folders. */
  name: string
  bytes: Buffer
  type: Exclude<Sniffed, { kind: "unsupported" }>
}

const codes: Record<string, ErrorCode> = {
  ENOENT: "file-missing",
  ENOTDIR: "file-missing",
  ENAMETOOLONG: "file-missing",
  EISDIR: "file-directory",
}

/** The file's bytes, or an AppError that says why not. */
export async function readInput(file: string): Promise<Input> {
  const name = path.basename(file)
  let handle: FileHandle | undefined
  try {
    refuseSpecial(await stat(file), name)
    handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    const info = await handle.stat()
    refuseSpecial(info, name)
    if (info.size === 0) throw new AppError("file-empty", { file: name })
    const type = await sniffed(handle, name)
    if (info.size > mostBytes[type.kind]) throw new AppError("file-too-large", { file: name })
    return { name, bytes: await handle.readFile(), type }
  } catch (error) {
    throw error instanceof AppError ? error : new AppError(codeOf(error), { file: name })
  } finally {
    await handle?.close()
  }
}

const codeOf = (error: unknown): ErrorCode => {
  const code = (error as NodeJS.ErrnoException).code
  return (code && codes[code]) || "file-unreadable"
}

function refuseSpecial(info: { isDirectory(): boolean; isFile(): boolean }, name: string) {
  if (info.isDirectory()) throw new AppError("file-directory", { file: name })
  if (!info.isFile()) throw new AppError("file-unreadable", { file: name })
}

/** Reads at position 0 without moving the place from which the whole file is read afterwards. */
async function sniffed(handle: FileHandle, name: string): Promise<Input["type"]> {
  const head = Buffer.alloc(headBytes)
  const { bytesRead } = await handle.read(head, 0, headBytes, 0)
  const type = sniff(head.subarray(0, bytesRead))
  if (type.kind === "unsupported") throw new AppError("file-unsupported", { file: name, kind: type.name })
  if (type.kind === "other" && !isWide(head) && head.subarray(0, bytesRead).includes(0))
    throw new AppError("file-binary", { file: name })
  return type
}

const isWide = (head: Uint8Array) => (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
