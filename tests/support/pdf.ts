// PDF files made by hand, as small as they can be. Text is set in a font that is not embedded, by characters of Unicode.
import { createHash } from "node:crypto"

export type Entry = string | { dict: string; data: Uint8Array }

export interface Locks {
  /** A document with a user's password opens only with it; with an owner's alone it opens, and is encrypted. */
  lock: "user" | "owner"
}

/** Objects numbered from 1, the first one the catalogue. */
export function pdfOf(objects: Entry[], locks?: Locks): Buffer {
  const key = locks && encryption(locks)
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "latin1")]
  const offsets: number[] = []
  let length = parts[0]?.length ?? 0
  const add = (bytes: Buffer) => {
    parts.push(bytes)
    length += bytes.length
  }
  for (const [i, object] of objects.entries()) {
    offsets.push(length)
    if (typeof object === "string") {
      add(Buffer.from(`${i + 1} 0 obj\n${object}\nendobj\n`, "latin1"))
      continue
    }
    const data = key ? rc4(objectKey(key.key, i + 1), object.data) : object.data
    add(Buffer.from(`${i + 1} 0 obj\n<<${object.dict} /Length ${data.length}>>\nstream\n`, "latin1"))
    add(Buffer.from(data))
    add(Buffer.from("\nendstream\nendobj\n"))
  }
  const start = length
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("")
  const size = objects.length + 1
  const trailer = `/Size ${size} /Root 1 0 R ${key?.trailer ?? ""}`
  add(Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<<${trailer}>>\nstartxref\n${start}\n%%EOF\n`))
  return Buffer.concat(parts)
}

export interface SheetOptions {
  /** Points. */
  width?: number
  height?: number
  /** More entries of the page. */
  page?: string
  images?: { dict: string; data: Uint8Array }[]
}

export interface Sheet extends SheetOptions {
  content: string | Buffer
}

/** A document of such pages. Fonts are /H and, set vertically, /V; images are /I0, /I1 … */
export function documentOf(sheets: Sheet[], locks?: Locks): Buffer {
  const objects: Entry[] = ["<</Type/Catalog/Pages 2 0 R>>", ""]
  const add = (entry: Entry) => `${objects.push(entry)} 0 R`
  const cid = add(
    "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 -120 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 90>>>>",
  )
  const font = (mode: string) =>
    add(`<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-${mode}/DescendantFonts[${cid}]>>`)
  const fonts = `/H ${font("H")} /V ${font("V")} /L ${add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")}`
  const kids = sheets.map(({ content, width = 400, height = 400, page = "", images = [] }) => {
    const names = images.map(
      (image, i) => `/I${i} ${add({ ...image, dict: `/Type/XObject/Subtype/Image${image.dict}` })}`,
    )
    const body = add({ dict: "", data: Buffer.isBuffer(content) ? content : Buffer.from(content, "latin1") })
    const resources = `<</Font<<${fonts}>>/XObject<<${names.join("")}>>>>`
    const box = `/MediaBox[0 0 ${width} ${height}]`
    return add(`<</Type/Page/Parent 2 0 R${box}/Resources ${resources}/Contents ${body}${page}>>`)
  })
  objects[1] = `<</Type/Pages/Kids[${kids.join(" ")}]/Count ${kids.length}>>`
  return pdfOf(objects, locks)
}

/** UTF-16 in the hexadecimal of a PDF string. */
export const hex = (text: string): string => `<${Buffer.from(text, "utf16le").swap16().toString("hex")}>`

/** A line of text at a place, in points from the lower left corner. */
export const line = (text: string, x: number, y: number, size = 10, more = ""): string =>
  `BT /H ${size} Tf ${more} ${x} ${y} Td ${hex(text)} Tj ET\n`

/** An image of its own size over all of a page. */
export const over = (width: number, height: number): string => `q ${width} 0 0 ${height} 0 0 cm /I0 Do Q\n`

export const jpegImage = (jpeg: Buffer, width: number, height: number, space: "Gray" | "RGB") => ({
  dict: `/Width ${width}/Height ${height}/ColorSpace/Device${space}/BitsPerComponent 8/Filter/DCTDecode`,
  data: jpeg,
})

// RC4 with 40 bits, the oldest of PDF's encryptions: ISO 32000-1, 7.6.
const padding = Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex")
const md5 = (...parts: Uint8Array[]) => createHash("md5").update(Buffer.concat(parts)).digest()

function encryption({ lock }: Locks) {
  const id = Buffer.alloc(16, 7)
  const owner = Buffer.alloc(32, 9)
  const permissions = Buffer.from("c0ffffff", "hex")
  const password = Buffer.concat([Buffer.from(lock === "user" ? "secret" : ""), padding]).subarray(0, 32)
  const key = md5(password, owner, permissions, id).subarray(0, 5)
  const strings = `/O<${owner.toString("hex")}>/U<${rc4(key, padding).toString("hex")}>`
  const trailer = `/ID[<${id.toString("hex")}><${id.toString("hex")}>]/Encrypt<</Filter/Standard/V 1/R 2${strings}/P -64>>`
  return { key, trailer }
}

const objectKey = (key: Buffer, number: number) =>
  md5(key, Buffer.from([number & 255, number >> 8, 0, 0, 0])).subarray(0, 10)

function rc4(key: Buffer, data: Uint8Array): Buffer {
  const s = Uint8Array.from({ length: 256 }, (_, i) => i)
  const swap = (i: number, j: number) => ([s[i], s[j]] = [s[j]!, s[i]!])
  for (let i = 0, j = 0; i < 256; i++) swap(i, (j = (j + s[i]! + key[i % key.length]!) & 255))
  let [i, j] = [0, 0]
  return Buffer.from(data).map((byte) => {
    i = (i + 1) & 255
    j = (j + s[i]!) & 255
    swap(i, j)
    return byte ^ s[(s[i]! + s[j]!) & 255]!
  }) as Buffer
}
