// Values that nobody should send, in every field of every call.
import { type CallName, calls } from "../../shared/contract.ts"

const deep = (levels: number): unknown => {
  let value: unknown = {}
  for (let i = 0; i < levels; i++) value = { a: value }
  return value
}

const values: unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER,
  2 ** 53,
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\u202e\u2066",
  "👨‍👩‍👧‍👦",
  "字".repeat(5000),
  "../../etc/passwd",
  "C:\\Windows\\system32",
  "file:///etc/passwd",
  "' OR 1=1 --",
  "'; drop table page; --",
  '" OR "',
  "NEAR(a b)",
  "words:a*",
  "%s%n%x",
  "#{process.exit()}",
  "<script>alert(1)</script>",
  "__proto__",
  "constructor",
  "0123456789abcdeg",
  [],
  [null],
  [[]],
  [{}],
  ["", "\u0000", "../x"],
  {},
  { __proto__: null, toString: 1 },
  JSON.parse('{"__proto__": {"polluted": true}}'),
  JSON.parse('[{"__proto__": {"polluted": true}}]'),
  { length: 1e9 },
  deep(50),
  [deep(500)],
  [{ stepType: "replace", from: -1, to: 1e9 }],
  [{ stepType: "replace", from: 0, to: 0, slice: { content: [{ type: "doc" }], openStart: 9, openEnd: 9 } }],
  [{ stepType: "addMark", mark: { type: "strong" }, from: 0, to: 5 }],
  [{ stepType: "attr", pos: 0, attr: "constructor", value: 1 }],
  [{ stepType: "docAttr", attr: "__proto__", value: {} }],
]

/** Inputs that are right but for one field, and inputs that are nothing at all. */
export function* hostile(pageId: string, documentId: string): Generator<[CallName, unknown]> {
  const revision = 99
  const right: Record<CallName, Record<string, unknown>> = {
    "app.info": {},
    "library.recent": {},
    "library.open": { id: pageId },
    "page.list": { offset: 0, limit: 1 },
    "page.get": { pageId },
    "page.jumps": { pageId },
    "page.update": { pageId, revision, newspaper: "报", date: null, pageNumber: "1", section: "", state: "proof" },
    "page.recognize": { pageId: documentId, engine: "auto", script: "auto", direction: "auto", region: [[0, 0, 9, 9]] },
    "recognition.list": {},
    "recognition.cancel": { jobId: pageId },
    "document.open": { pageId },
    "document.append": { documentId, version: 0, clientId: "c", clientSeq: 1, steps: [{}] },
    "document.since": { documentId, version: 0 },
    "import.start": { uploads: ["missing"], paths: [], options: {} },
    "import.sample": {},
    "import.list": {},
    "import.get": { importId: pageId },
    "import.cancel": { importId: pageId },
    "import.resume": { importId: pageId, itemId: 1 },
    "export.page": { pageId, format: "txt" },
    "search.query": { query: "洪州", limit: 5 },
  }
  for (const name of Object.keys(calls) as CallName[])
    for (const value of values) {
      // Nothing in it is too much for this one: it would begin to read the samples.
      if (name === "import.sample" && calls[name].input.safeParse(value).success) continue
      yield [name, value]
      for (const field of Object.keys(right[name])) yield [name, { ...right[name], [field]: value }]
    }
}
