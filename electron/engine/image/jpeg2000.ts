// JPEG 2000 by OpenJPEG as WebAssembly: sharp's own build has no loader for it.
import { readFile } from "node:fs/promises"
import { createRequire } from "node:module"
import { AppError } from "../../../shared/errors.ts"
import type { Input } from "../files/input.ts"
import type { Pixels } from "./pixels.ts"

interface Decoder {
  getEncodedBuffer(length: number): Uint8Array
  getDecodedBuffer(): Uint8Array
  readHeader(): void
  decode(): void
  getFrameInfo(): { width: number; height: number; bitsPerSample: number; componentCount: number; isSigned: boolean }
  delete(): void
}
interface OpenJpeg {
  J2KDecoder: new () => Decoder
}
type Start = (options: { wasmBinary: Uint8Array; print(): void; printErr(text: string): void }) => Promise<OpenJpeg>

const require = createRequire(import.meta.url)

/** What the codestream says of itself in its first marker, SIZ; an Error where it is not there. */
export function sizeOf(bytes: Buffer): { width: number; height: number; channels: number; subsampled: boolean } {
  const at = bytes.indexOf(Buffer.from("ff4fff51", "hex"))
  if (at < 0 || at + 42 > bytes.length) throw new Error("no codestream")
  const word = (offset: number) => bytes.readUInt32BE(at + offset)
  const channels = bytes.readUInt16BE(at + 40)
  const steps = Array.from({ length: channels }, (_, i) => bytes.readUInt16BE(at + 42 + 3 * i + 1))
  const [width, height] = [word(8) - word(16), word(12) - word(20)]
  if (width <= 0 || height <= 0 || !channels) throw new Error("an empty picture")
  return { width, height, channels, subsampled: steps.some((step) => step !== 0x0101) }
}

/** OpenJPEG takes four bytes a sample, and as much again for wavelets and copies. */
const mostSamples = 250_000_000

/** 8 bits a sample, grey or RGB. The picture's sides were looked at before (`sizeOf`). */
export async function decodeJpeg2000({ name, bytes }: Input): Promise<Pixels> {
  const size = sizeOf(bytes)
  const channels = ([1, 3] as const).find((count) => count === size.channels)
  if (size.subsampled || !channels)
    throw new AppError("file-unsupported", {
      file: name,
      kind: size.subsampled ? "JPEG 2000, 4:2:0" : `JPEG 2000, ${size.channels}`,
    })
  if (size.width * size.height * channels > mostSamples) throw new AppError("file-too-large", { file: name })
  const start = require("@cornerstonejs/codec-openjpeg/decodewasmjs") as Start
  const wasmBinary = await readFile(require.resolve("@cornerstonejs/codec-openjpeg/decodewasm"))
  const said: string[] = []
  const { J2KDecoder } = await start({ wasmBinary, print() {}, printErr: (text) => said.push(text) })
  const decoder = new J2KDecoder()
  try {
    decoder.getEncodedBuffer(bytes.length).set(bytes)
    decoder.readHeader()
    decoder.decode()
    const { width, height, bitsPerSample, isSigned } = decoder.getFrameInfo()
    const decoded = decoder.getDecodedBuffer()
    if (isSigned || !width || decoded.length !== width * height * channels * (bitsPerSample > 8 ? 2 : 1))
      throw new Error(`${width} × ${height} × ${channels}, ${bitsPerSample} bits`)
    return { data: eightBits(decoded, bitsPerSample), width, height, channels }
  } catch (error) {
    throw typeof error === "number" ? new Error(said.at(-1) ?? "OpenJPEG failed") : error
  } finally {
    decoder.delete()
  }
}

/** A copy outside the module's memory. */
function eightBits(samples: Uint8Array, bits: number): Uint8Array {
  if (bits === 8) return samples.slice()
  if (bits < 8) return samples.map((value) => (value * 255) / ((1 << bits) - 1))
  const wide = new Uint16Array(samples.slice().buffer)
  return Uint8Array.from(wide, (value) => value >> (bits - 8))
}
