import { expect, it } from "vitest"
import { AppError } from "../../../shared/errors.ts"
import { errorText } from "../../../shared/i18n/errors.ts"
import { readAlto } from "../../../shared/import/alto.ts"
import type { Line } from "../../../shared/model/recognition.ts"

type Attributes = Record<string, string | number>
const element = (name: string, attributes: Attributes, inside = "") =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${value}"`)
    .join("")}>${inside}</${name}>`
const at = (HPOS: number | string, VPOS: number | string, WIDTH: number | string, HEIGHT: number | string) => ({
  HPOS,
  VPOS,
  WIDTH,
  HEIGHT,
})
const word = (CONTENT: string, attributes: Attributes = {}, inside = "") =>
  element("String", { CONTENT, ...attributes }, inside)
const space = (WIDTH: number | string) => element("SP", { WIDTH })
const line = (inside: string, attributes: Attributes = {}) => element("TextLine", attributes, inside)
const block = (...inside: string[]) => element("TextBlock", {}, inside.join(""))
const page = (inside: string, attributes: Attributes = {}) =>
  element("Page", attributes, element("PrintSpace", {}, inside))
const alto = (pages: string, { unit = "pixel", root = {} }: { unit?: string; root?: Attributes } = {}) =>
  element(
    "alto",
    root,
    `<Description><MeasurementUnit>${unit}</MeasurementUnit></Description><Layout>${pages}</Layout>`,
  )

const linesOf = (text: string): Line[] => readAlto(text).flatMap((one) => one.lines)
const only = (inside: string, attributes: Attributes = {}): Line =>
  linesOf(alto(page(block(line(inside, attributes)))))[0] as Line

/** Words of characters ten pixels wide, `gap` pixels apart. */
const set = (gap: number, ...words: string[]) => {
  let x = 0
  return words
    .map((text) => {
      const wide = 10 * [...text].length
      const said = word(text, at(x, 0, wide, 10))
      x += wide + gap
      return said
    })
    .join("<SP/>")
}

it.each([
  ["2", { xmlns: "http://www.loc.gov/standards/alto/ns-v2#" }],
  ["3", { xmlns: "http://www.loc.gov/standards/alto/ns-v3#" }],
  ["4", { "xmlns:a": "http://www.loc.gov/standards/alto/ns-v4#" }],
  ["4.2", { xmlns: "http://www.loc.gov/standards/alto/ns-v4#", SCHEMAVERSION: "4.2" }],
  ["4", {}],
])("[U1] version %s, with a namespace or without", (version, root) => {
  const [found] = readAlto(alto(page(block(line(word("清晨"))), { WIDTH: 2480, HEIGHT: 3508 }), { root }))
  expect(found).toMatchObject({ engine: { name: "alto", version }, width: 2480, height: 3508 })
})

it("[U1] any prefix will do, and what ALTO does not know is passed over", () => {
  const prefixed = alto(page(block(line(word("清晨"))))).replace(/<(\/?)(?=\w)/g, "<$1x:")
  const text = `<?xml version="1.0"?>\n<?xml-stylesheet href="a.xsl"?>\n<!-- a --> ${prefixed.replace(
    "<x:Layout>",
    '<x:Layout><xi:include href="file:///etc/passwd"/>',
  )}`
  expect(linesOf(text).map((one) => one.text)).toEqual(["清晨"])
})

it.each<[said: string, inside: string, text: string]>([
  ["Han are not parted by SP", word("清") + space(2) + word("晨"), "清晨"],
  ["Latin words are", `${word("Open")}<SP/>${word("Day")}`, "Open Day"],
  ["digits are", `${word("12")}<SP/>${word("30")}`, "12 30"],
  ["Latin beside Han is not", `${word("乘")}<SP/>${word("G7")}<SP/>${word("次")}`, "乘G7次"],
  ["quotes are of the word they stand at", `${word("“Open”")}<SP/>${word("Day")}`, "“Open” Day"],
  ["Chinese marks are Chinese", `${word("G7，")}<SP/>${word("G9")}`, "G7，G9"],
  ["SP without any size is none", `${word("温如许")}<SP/>${word("祝小满")}`, "温如许祝小满"],
  [
    "white of a character or more means something",
    word("温如许", at(0, 0, 30, 10)) + space(11) + word("祝小满"),
    "温如许　祝小满",
  ],
  ["as measured between the words", set(12, "春风化雨", "润物无声"), "春风化雨　润物无声"],
  ["less than a character means nothing", set(5, "春风化雨", "润物无声"), "春风化雨润物无声"],
  ["a name of two characters", set(10, "柏", "舟"), "柏　舟"],
  ["a letter-spaced line has no spaces", set(12, "春", "风", "化", "雨"), "春风化雨"],
  [
    "but for one that is broader",
    `${set(12, "春", "风", "化", "雨")}${space(40)}${word("来", at(128, 0, 10, 10))}`,
    "春　风　化　雨　来",
  ],
  ["several SP are one", word("温如许", at(0, 0, 30, 10)) + space(6) + space(6) + word("祝小满"), "温如许　祝小满"],
  ["white that no SP stands for", word("Open", at(0, 0, 20, 10)) + word("Day", at(23, 0, 15, 10)), "Open Day"],
  ["too little of it", word("2", at(0, 0, 5, 10)) + word("0", at(6, 0, 5, 10)) + word("26", at(12, 0, 10, 10)), "2026"],
  ["SP at the ends is none", `<SP/>${word("晨")}<SP/>`, "晨"],
  [
    "a printed hyphen is kept",
    word("inter", { SUBS_TYPE: "HypPart1", SUBS_CONTENT: "internet" }) + element("HYP", { CONTENT: "-" }),
    "inter-",
  ],
  [
    "a hyphen stands at its word",
    word("inter", at(0, 0, 25, 10)) + element("HYP", { CONTENT: "-", ...at(35, 0, 5, 10) }),
    "inter-",
  ],
  ["whatever its sign", word("inter") + element("HYP", { CONTENT: "\u00ad" }), "inter-"],
  ["and once", word("inter-") + element("HYP", { CONTENT: "-" }), "inter-"],
  ["references are characters", word("A&amp;B &lt;b&gt; &#x6E05;&#26216;"), "A&B <b> 清晨"],
  ["once", word("&amp;lt;"), "&lt;"],
  ["control characters are spaces", word("清&#1;晨&#10;风\u0002"), "清 晨 风 "],
])("[U2] %s", (_, inside, text) => {
  expect(only(inside).text).toBe(text)
})

it("[U3] a line has its own box, or one around its outline, or around its words", () => {
  const words = word("清", at(10, 20, 30, 40)) + word("晨", at(50, 18, 30, 40))
  const outline = element("Shape", {}, element("Polygon", { POINTS: "12,22 90,22 90,70 12,70" }))
  expect(only(words, at(1, 2, 300, 60)).box).toEqual([1, 2, 301, 62])
  expect(only(outline + words).box).toEqual([12, 22, 90, 70])
  expect(only(outline.replaceAll(",", " ") + words).box).toEqual([12, 22, 90, 70])
  expect(only(words).box).toEqual([10, 18, 80, 60])
  expect(only(word("清晨")).box).toBeNull()
  expect(only(words, at(-4, 2, 300, 60)).box).toEqual([0, 2, 296, 62])
})

it.each([
  ["NaN", at("NaN", 0, 10, 10)],
  ["without end", at("1e309", 0, 10, 10)],
  ["beyond all paper", at(10, 0, "1e12", 10)],
  ["negative", at(10, 10, -40, 20)],
  ["off the page", at(-90, 10, 40, 20)],
  ["empty", at(10, 10, 0, 0)],
  ["no number", at("ten", 10, 40, 20)],
  ["blank", at("", 10, 40, 20)],
])("[U3] a line whose box is %s is kept without one", (_, box) => {
  expect(only(word("清晨", box), box)).toMatchObject({ text: "清晨", box: null })
})

it("[U4] tenths of a millimetre and 1200ths of an inch become pixels of 300 dpi", () => {
  const one = page(block(line(word("清晨"), at(254, 0, 508, 127))), { WIDTH: 2540, HEIGHT: 5080 })
  const [metric] = readAlto(alto(one, { unit: "mm10" }))
  expect(metric).toMatchObject({ width: 3000, height: 6000, lines: [{ box: [300, 0, 900, 150] }] })
  const [inch] = readAlto(alto(one, { unit: "inch1200" }))
  expect(inch).toMatchObject({ width: 635, height: 1270, lines: [{ box: [64, 0, 191, 32] }] })
})

it("[U4] the page is as large as it says, or as its print space", () => {
  const space = element("PrintSpace", at(100, 200, 1000, 2000), block(line(word("清晨"))))
  expect(readAlto(alto(element("Page", {}, space)))[0]).toMatchObject({ width: 1100, height: 2200 })
  expect(readAlto(alto(page(block(line(word("清晨"))))))[0]).toMatchObject({ width: null, height: null })
})

it("[U5] a line runs down where it is taller than its text allows, or where the file says so", () => {
  expect(only(word("清晨"), at(0, 0, 30, 60)).direction).toBe("vertical")
  expect(only(word("清"), at(0, 0, 30, 60)).direction).toBe("horizontal")
  expect(only(word("清晨"), at(0, 0, 60, 30)).direction).toBe("horizontal")
  expect(only(word("清晨"), { BASEDIRECTION: "ttb" }).direction).toBe("vertical")
  expect(only(word("清晨"), { ...at(0, 0, 30, 60), BASEDIRECTION: "ltr" }).direction).toBe("horizontal")
  const turned = alto(page(element("TextBlock", { ROTATION: "-90.0" }, line(word("清晨")))))
  expect(linesOf(turned)[0]?.direction).toBe("vertical")
})

it("[U6] the score of a line is the mean of its words', each as long as it is; impossible ones do not count", () => {
  expect(only(word("清", { WC: 0.4 }) + word("晨的风", { WC: 0.8 })).score).toBeCloseTo(0.7)
  expect(only(word("清", { WC: 0.4 }) + word("晨") + word("风", { WC: 97 })).score).toBeCloseTo(0.4)
  expect(only(word("清晨")).score).toBeNull()
})

const glyph = (CONTENT: string, x: number, attributes: Attributes = {}, inside = "") =>
  element("Glyph", { CONTENT, ...at(x, 0, 10, 10), ...attributes }, inside)

it("[U7] glyphs come with their scores and what else they may be, ranked", () => {
  const variants = element("Variant", { CONTENT: "睛", VC: 0.3 }) + element("Variant", { CONTENT: "青", VC: 0.9 })
  const found = only(word("清晨", { WC: 0.8 }, glyph("清", 0, { GC: 0.6 }, variants) + glyph("晨", 12)))
  expect(found.glyphs).toEqual([
    {
      text: "清",
      box: [0, 0, 10, 10],
      score: 0.6,
      candidates: [
        { text: "青", score: 0.9 },
        { text: "清", score: 0.6 },
        { text: "睛", score: 0.3 },
      ],
    },
    { text: "晨", box: [12, 0, 22, 10], score: 0.8, candidates: [{ text: "晨", score: 0.8 }] },
  ])
})

it("[U7] where one character has no glyph the line has none", () => {
  expect(only(word("清晨", {}, glyph("清", 0))).glyphs).toBeNull()
  expect(only(word("清", {}, glyph("清", 0)) + word("晨")).glyphs).toBeNull()
  expect(only(word("清", {}, element("Glyph", { CONTENT: "清" }))).glyphs).toBeNull()
  const hyphened = word("in", {}, glyph("i", 0) + glyph("n", 10)) + element("HYP", { CONTENT: "-" })
  expect(only(hyphened).glyphs?.map((one) => one.text)).toEqual(["i", "n"])
})

it("[U8] pictures, rules and boxes are shapes; what has no box is none", () => {
  const inside = [
    element("Illustration", at(0, 0, 400, 300)),
    element("Illustration", {}),
    element("GraphicalElement", at(0, 400, 900, 3)),
    element("GraphicalElement", at(0, 500, 900, 700)),
    element("ComposedBlock", { TYPE: "box", ...at(0, 1300, 900, 700) }, block(line(word("清晨")))),
    element("ComposedBlock", { TYPE: "container", ...at(0, 0, 900, 3000) }, block(line(word("晚风")))),
  ].join("")
  const [found] = readAlto(alto(page(inside)))
  expect(found?.shapes.map(({ kind, box }) => [kind, box[1]])).toEqual([
    ["picture", 0],
    ["rule", 400],
    ["frame", 500],
    ["frame", 1300],
  ])
  expect(found?.lines.map((one) => one.text)).toEqual(["清晨", "晚风"])
})

it("[U9] a line keeps its id where no other has it; ids are never the same", () => {
  const ids = ["a1", "a1", "l3", "", "x y", "l5"].map((ID) => line(word("清"), ID ? { ID } : {}))
  expect(linesOf(alto(page(block(...ids)))).map((one) => one.id)).toEqual(["l1", "l2", "l3", "l4", "l5_", "l5"])
})

it("[U9] lines without characters are left out; without boxes a new block is a gap", () => {
  const lines = linesOf(
    alto(page(block(line(word("清晨")), line(word(" ")), line("")) + block(line(word("晚风")), line(word("细雨"))))),
  )
  expect(lines.map((one) => [one.text, one.gap])).toEqual([
    ["清晨", 0],
    ["晚风", 1],
    ["细雨", 0],
  ])
})

it("[U10] each page of a file is a recognition; one may be empty, not all", () => {
  const pages = readAlto(alto(page(block(line(word("清晨")))) + page("") + page(block(line(word("晚风"))))))
  expect(pages.map((one) => one.lines.map(({ id, text }) => `${id} ${text}`))).toEqual([["l1 清晨"], [], ["l1 晚风"]])
  expect(refusal(alto(page("") + page(block(line("")))))).toEqual(["no-text", {}])
})

function refusal(text: string): unknown {
  try {
    return readAlto(text)
  } catch (error) {
    return error instanceof AppError ? [error.code, error.detail] : error
  }
}

const fine = alto(page(block(line(word("清晨")))))
const nested = (levels: number) =>
  alto(page(`${"<a>".repeat(levels)}${block(line(word("清晨")))}${"</a>".repeat(levels)}`))

it.each<[what: string, text: string, code: string, detail: Record<string, unknown>]>([
  [
    "entities that grow",
    `<!DOCTYPE a [<!ENTITY b "${"c".repeat(99)}"><!ENTITY d "&b;&b;">]>${fine}`,
    "xml-doctype",
    {},
  ],
  ["an entity of a file", `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>${fine}`, "xml-doctype", {}],
  [
    "a document type from elsewhere",
    `<?xml version="1.0"?><!doctype a SYSTEM "http://127.0.0.1/a.dtd">${fine}`,
    "xml-doctype",
    {},
  ],
  ["a parameter entity", `<!DOCTYPE a [<!ENTITY % b "c"> %b;]>${fine}`, "xml-doctype", {}],
  ["a document type hidden in what seems a comment", `<alto a="<!--"><!DOCTYPE a></alto>`, "xml-doctype", {}],
  ["an entity without a document type", `<!ENTITY b "c">${fine}`, "xml-malformed", { line: 1 }],
  ["a file cut short", `\n${fine.slice(0, -30)}`, "xml-malformed", { line: 1 }],
  ["an end that is not of its beginning", `<alto>\n<Layout>\n</Page></alto>`, "xml-malformed", { line: 3 }],
  ["two roots", fine + fine, "xml-malformed", { line: 1 }],
  ["no element", "清晨", "xml-malformed", { line: 1 }],
  ["a null", fine.replace("清", "&#0;"), "xml-reference", { reference: "&#0;" }],
  ["half a character", fine.replace("清", "&#xD842;"), "xml-reference", { reference: "&#xD842;" }],
  ["an entity nobody knows", fine.replace("清", "&b;"), "xml-reference", { reference: "&b;" }],
  ["a bare ampersand", fine.replace("清", "A&B"), "xml-reference", { reference: "&" }],
  ["a million levels", nested(1_000_000), "xml-too-deep", { deepest: 256 }],
  ["a few levels too many", nested(256), "xml-too-deep", { deepest: 256 }],
  ["a name that objects have", fine.replace("<TextLine", '<TextLine __proto__="a"'), "xml-malformed", { line: 1 }],
  ["PAGE", '<PcGts xmlns="x"><Page/></PcGts>', "xml-not-alto", { root: "PcGts" }],
  ["METS", "<m:mets><m:fileSec/></m:mets>", "xml-not-alto", { root: "mets" }],
  ["hOCR", '<?xml version="1.0"?><html xmlns="x"><body/></html>', "xml-not-alto", { root: "html" }],
  ["too many lines", alto(page(block(line(word("清")).repeat(10_001)))), "too-many-lines", { most: 10_000 }],
])("[U11] %s is refused, in clear words", (_, text, code, detail) => {
  expect(refusal(text)).toEqual([code, detail])
  for (const language of ["zh", "en"] as const) {
    const said = errorText(
      { code: code as AppError["code"], detail: { ...(detail as AppError["detail"]), file: "甲.xml" } },
      language,
    )
    expect(said).toMatch(/^甲\.xml/)
    expect(said).not.toMatch(/[{}?]/)
  }
})

it.each<[what: string, text: string]>([
  ["a deep page", nested(200)],
  ["a million references", fine.replace("清晨", "&#23383;".repeat(1_000_000))],
  ["an attribute of 15 MB", fine.replace("<TextLine", `<TextLine X="${"x".repeat(15_000_000)}"`)],
  [
    "a polygon of a million points",
    alto(
      page(
        block(line(element("Shape", {}, element("Polygon", { POINTS: "1,1 40,20 ".repeat(500_000) })) + word("清晨"))),
      ),
    ),
  ],
  ["markup that is text", fine.replace("清晨", "&lt;script&gt;")],
])("[U12] %s is read", (_, text) => {
  const [first] = linesOf(text)
  expect(first?.text).toMatch(/^(?:清晨|字{9}|<script>)/)
})
