// What a file is, by its first bytes. Its name has no say.

export type Sniffed =
  | { kind: "image"; mime: string; extension: string }
  | { kind: "pdf"; mime: string; extension: string }
  | { kind: "unsupported"; name: string }
  | { kind: "xml" }
  | { kind: "other" }

/** Bytes in hexadecimal, `..` for any byte, at an offset. */
type Magic = [hex: string, offset?: number]

export const jpeg2000 = "image/jp2"

const images: [Magic, mime: string, extension: string][] = [
  [["ffd8ff"], "image/jpeg", "jpg"],
  [["89504e470d0a1a0a"], "image/png", "png"],
  [["49492a00"], "image/tiff", "tif"],
  [["4d4d002a"], "image/tiff", "tif"],
  [["49492b000800"], "image/tiff", "tif"],
  [["4d4d002b0008"], "image/tiff", "tif"],
  [["52494646........57454250"], "image/webp", "webp"],
  [["0000000c6a5020200d0a870a"], jpeg2000, "jp2"],
  [["ff4fff51"], jpeg2000, "j2k"],
]

const others: [Magic, name: string][] = [
  [["47494638"], "GIF"],
  [["424d........00000000"], "BMP"],
  [["0000000c4a584c20"], "JPEG XL"],
  [["ff0a"], "JPEG XL"],
  [["66747970", 4], "HEIF or AVIF"],
  [["41542654464f524d"], "DjVu"],
  [["38425053"], "PSD"],
  [["504b0304"], "zip"],
  [["504b0506"], "zip"],
  [["1f8b"], "gzip"],
  [["377abcaf271c"], "7z"],
  [["526172211a07"], "RAR"],
  [["d0cf11e0a1b11ae1"], "Microsoft Office"],
  [["7b5c727466"], "RTF"],
  [["2525424f46"], "PostScript"],
  [["25215053"], "PostScript"],
]

const prolog = String.raw`\s*(?:(?:<\?(?:(?!\?>)[\s\S])*\?>|<!--(?:(?!-->)[\s\S])*-->)\s*)*`
const markup: [RegExp, name: string][] = [
  [new RegExp(`^${prolog}(<!doctype svg[\\s\\S]*?>\\s*)?<svg[\\s>]`, "i"), "SVG"],
  [new RegExp(`^(${prolog}<!doctype html|\\s*<html[\\s>])`, "i"), "HTML"],
]
/** A declaration or a document type, or else a root element that is ALTO or names its namespace. */
const xml = new RegExp(
  `^\\s*(<\\?xml\\s|${prolog}<!doctype\\s|${prolog}<(\\w+:)?alto[\\s>]|${prolog}<[\\w:.-]+\\s[^<>]*xmlns)`,
  "i",
)

export function sniff(head: Uint8Array): Sniffed {
  for (const [magic, mime, extension] of images) if (starts(head, magic)) return { kind: "image", mime, extension }
  for (const [magic, name] of others) if (starts(head, magic)) return { kind: "unsupported", name }
  const text = beginning(head)
  // Up to 1024 bytes of anything may stand before a PDF's header.
  if (text.includes("%PDF-")) return { kind: "pdf", mime: "application/pdf", extension: "pdf" }
  for (const [pattern, name] of markup) if (pattern.test(text)) return { kind: "unsupported", name }
  return xml.test(text) ? { kind: "xml" } : { kind: "other" }
}

/** The first characters as far as they are ASCII, whatever the encoding: UTF-16 is twice as long and has a null in each. */
function beginning(head: Uint8Array): string {
  const wide = head[0] === 0 || head[1] === 0 || (head[0] ?? 0) >= 0xfe
  const bytes = Buffer.from(head.subarray(0, wide ? 2048 : 1024))
  return (wide ? bytes.toString("latin1").replaceAll("\0", "") : bytes.toString("latin1")).replace(
    /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/,
    "",
  )
}

function starts(head: Uint8Array, [hex, offset = 0]: Magic): boolean {
  for (let i = 0; i < hex.length / 2; i++) {
    const byte = hex.slice(2 * i, 2 * i + 2)
    if (byte !== ".." && head[offset + i] !== Number.parseInt(byte, 16)) return false
  }
  return true
}
