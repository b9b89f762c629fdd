import { expect, it } from "vitest"
import type { Input } from "../../electron/engine/files/input.ts"
import { decodeText } from "../../electron/engine/files/text.ts"

const input = (bytes: Uint8Array): Input => ({ name: "a.txt", bytes: Buffer.from(bytes), type: { kind: "other" } })
const hex = (digits: string) => Buffer.from(digits.replaceAll(" ", ""), "hex")
const swapped = (text: string) => Buffer.from(text, "utf16le").swap16()

// 今天是星期一，新华社北京电。 in GB18030.
const simplified = "bdf1 ccec cac7 d0c7 c6da d2bb a3ac d0c2 bbaa c9e7 b1b1 bea9 b5e7 a1a3"

it.each([
  ["utf-8", Buffer.from("今天是星期一\n"), "今天是星期一\n"],
  ["utf-8", Buffer.from("\ufeff今天"), "今天"],
  ["utf-8", Buffer.from("plain words"), "plain words"],
  ["utf-8", Buffer.from("𠮷野家"), "𠮷野家"],
  ["utf-16le", Buffer.concat([hex("fffe"), Buffer.from("今天A", "utf16le")]), "今天A"],
  ["utf-16be", Buffer.concat([hex("feff"), swapped("今天A")]), "今天A"],
  ["gb18030", hex(simplified), "今天是星期一，新华社北京电。"],
  ["gb18030", Buffer.concat([Buffer.from("5G 2020\r\n"), hex(simplified)]), "5G 2020\r\n今天是星期一，新华社北京电。"],
] as const)("[E20] %s is recognized", (encoding, bytes, text) => {
  expect(decodeText(input(bytes))).toEqual({ text, encoding })
})

it("[E20] traditional characters in GBK are text, too", () => {
  const bytes = hex("8c57 d067 bde7 b5c4 c8cb a3ac 9a76 cab7 cec4 bbaf a1a3")
  expect(decodeText(input(bytes))).toEqual({ text: "學術界的人，歷史文化。", encoding: "gb18030" })
})

it.each([
  ["bytes that no encoding allows", hex("ffff ffff")],
  ["a null", Buffer.from("今天\0")],
  ["UTF-16 without its mark", Buffer.from("abc", "utf16le")],
  ["half a UTF-16 character", hex("fffe 2a")],
  ["control characters", Buffer.from("\x01\x02\x03words\x04")],
  [
    "rare double bytes",
    Buffer.from(Array.from({ length: 400 }, (_, i) => (i % 2 ? 0x41 + (i % 40) : 0x81 + (i % 90)))),
  ],
  ["Latin-1 letters", hex("4672e97265206574206de872652c20e9e0e8")],
])("[E21] %s is not text", (_, bytes) => {
  expect(() => decodeText(input(bytes))).toThrowError(expect.objectContaining({ code: "file-binary" }))
})

it("[E21] nothing but white space is an empty file", () => {
  expect(() => decodeText(input(Buffer.from("\ufeff \u3000\r\n")))).toThrowError(
    expect.objectContaining({ code: "file-empty" }),
  )
})
