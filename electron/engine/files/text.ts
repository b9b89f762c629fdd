// A text file's words in whatever encoding it came: UTF-8, UTF-16 with a byte order mark, or GB18030 (with GBK, GB2312).
import { AppError } from "../../../shared/errors.ts"
import type { Encoding } from "../protocol.ts"
import type { Input } from "./input.ts"

export interface Text {
  text: string
  encoding: Encoding
}

export function decodeText({ name, bytes, type }: Input): Text {
  const found = type.kind === "other" ? detect(bytes) : null
  if (!found || !isClean(found.text)) throw new AppError("file-binary", { file: name })
  if (!found.text.trim()) throw new AppError("file-empty", { file: name })
  return found
}

function detect(bytes: Uint8Array): Text | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs("utf-16le", bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs("utf-16be", bytes)
  if (bytes.includes(0)) return null
  return decodeAs("utf-8", bytes) ?? (looksLikeChinese(bytes) ? decodeAs("gb18030", bytes) : null)
}

/** Null where the bytes are not valid. A byte order mark is dropped. */
function decodeAs(encoding: Encoding, bytes: Uint8Array): Text | null {
  const text = decodeBy(encoding, bytes)
  return text === null ? null : { text, encoding }
}

/** Null where the bytes are not valid, or where there is no encoding of this name. */
function decodeBy(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * The text of an XML file. What is valid UTF-8 is that, whatever the declaration says: files are converted and their
 * declarations forgotten. Other bytes are what they are declared to be; without a declaration they are looked at.
 */
export function decodeXml({ name, bytes }: Input): string {
  const declared = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(
    bytes.toString("latin1", 0, 400),
  )?.[1]
  const text = decodeWide(bytes) ?? decodeBy("utf-8", bytes) ?? decodeDeclared(declared, bytes)
  if (text === null) throw new AppError("xml-encoding", { file: name, encoding: declared ?? "UTF-8" })
  return text
}

/** UTF-16, by its mark or by the nulls of its first characters (XML 1.0, appendix F). */
function decodeWide(bytes: Uint8Array): string | null {
  const [a, b] = bytes
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return decodeBy("utf-16le", bytes)
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return decodeBy("utf-16be", bytes)
  return null
}

/** GB18030 holds GBK and GB2312, whose names are often put on what goes beyond them. */
function decodeDeclared(declared: string | undefined, bytes: Uint8Array): string | null {
  if (declared === undefined) return looksLikeChinese(bytes) ? decodeBy("gb18030", bytes) : null
  return decodeBy(/^gb/i.test(declared) ? "gb18030" : declared, bytes)
}

/** Text holds next to no control characters besides tabs, line ends and page breaks. */
function isClean(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const odd = text.match(/[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffd\ufffe\uffff]/g)?.length ?? 0
  return odd <= text.length / 500
}

/**
 * Nearly any bytes are valid GB18030, so validity proves nothing. In real Chinese most double bytes lie in the rows of
 * common characters (B0–F7, the later two thirds of GBK for traditional ones) or of punctuation, and few are in rows
 * that hold private or unused codes.
 */
function looksLikeChinese(bytes: Uint8Array): boolean {
  let [pairs, common, rare] = [0, 0, 0]
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i]!
    if (lead < 0x80) continue
    const trail = bytes[++i] ?? 0
    pairs++
    const plain = trail >= 0xa1
    if (plain && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3))) common++
    else if ((plain && (lead >= 0xf8 || (lead >= 0xaa && lead <= 0xaf))) || (lead >= 0xa1 && lead <= 0xa7 && !plain))
      rare++
  }
  return pairs > 0 && common >= pairs * 0.4 && rare <= pairs * 0.1
}
