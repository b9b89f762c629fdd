// Foreign XML as elements. What could harm is refused before it is parsed: a document type, whose entities may grow
// without end or fetch what lies elsewhere, and nesting that no page has.
import { XMLParser, XMLValidator } from "fast-xml-parser"
import { AppError } from "../errors.ts"

export interface XmlElement {
  /** Without its namespace prefix. */
  name: string
  attributes: Readonly<Record<string, string>>
  inside: readonly RawNode[]
}

/** An element as fast-xml-parser keeps it in order: its name with what is inside, and `:@` with its attributes. */
type RawNode = Readonly<Record<string, unknown>>

export const deepest = 256

const parser = new XMLParser({
  preserveOrder: true,
  removeNSPrefix: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  trimValues: false,
  // References are read by `decoded`, which knows no entities but XML's own five.
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: deepest,
  jPath: false,
})

/** The root element. Throws `xml-doctype`, `xml-malformed` with the line, `xml-too-deep`. */
export function parseXml(text: string): XmlElement {
  const source = text.replace(/^[\ufeff\s]+/u, "")
  if (/<!doctype/iu.test(source)) throw new AppError("xml-doctype")
  const valid = XMLValidator.validate(source)
  if (valid !== true) throw new AppError("xml-malformed", { line: valid.err.line })
  const [root] = elementsOf(parsed(source))
  if (!root) throw new AppError("xml-malformed", { line: 1 })
  return root
}

function parsed(source: string): RawNode[] {
  try {
    return parser.parse(source) as RawNode[]
  } catch (error) {
    // The parser has nothing but words to tell one failure from another.
    if (String(error).includes("Maximum nested tags")) throw new AppError("xml-too-deep", { deepest })
    throw new AppError("xml-malformed", { line: source.split("\n").length })
  }
}

const named = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
])
/**
 * Text with its references replaced. Throws `xml-reference` for one that stands for no character: without a document type
 * there are no entities of one's own, and some numbers are characters in no version of XML.
 */
const decoded = (text: string): string =>
  text.replace(/&(?:([^;&\s]{1,40});)?/gu, (reference, inside = "") => {
    const char = named.get(inside) ?? numbered(inside)
    if (char === null) throw new AppError("xml-reference", { reference })
    return char
  })

function numbered(inside: string): string | null {
  const [, hex, decimal] = /^#(?:x([0-9a-f]{1,8})|([0-9]{1,8}))$/iu.exec(inside) ?? []
  const code = hex ? Number.parseInt(hex, 16) : Number(decimal ?? 0)
  const none = code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)
  return none ? null : String.fromCodePoint(code)
}

const nameOf = (node: RawNode): string => Object.keys(node).find((key) => key !== ":@") ?? ""

const elementsOf = (nodes: readonly RawNode[]): XmlElement[] =>
  nodes.flatMap((node) => {
    const name = nameOf(node)
    const inside = node[name]
    const attributes = (node[":@"] ?? {}) as Record<string, string>
    return Array.isArray(inside) ? [{ name, attributes, inside: inside as RawNode[] }] : []
  })

export const elementsIn = (element: XmlElement): XmlElement[] => elementsOf(element.inside)

/** The value of an attribute; null where it has none. Throws `xml-reference`. */
export const attribute = (element: XmlElement, name: string): string | null => {
  const value = element.attributes[name]
  return typeof value === "string" ? decoded(value) : null
}

/** Text right inside an element. */
export const textIn = (element: XmlElement): string =>
  decoded(element.inside.map((node) => (typeof node["#text"] === "string" ? node["#text"] : "")).join(""))
