// The document of a page: its articles, then a tray for what belongs to none. Text is plain; every run carries the
// `line` mark of the printed line it was read from, so each character stays linked to its pixels.
// Schema changes are additive with defaults, because stored steps must still parse.
import { type NodeSpec, Schema } from "prosemirror-model"

const block = (tag: string, more: Partial<NodeSpec> = {}): NodeSpec => ({
  content: "text*",
  marks: "line",
  group: "block",
  parseDOM: [{ tag: `p[data-type=${tag}]` }],
  toDOM: () => ["p", { "data-type": tag }, 0],
  ...more,
})

/** Names of the node types that stand in an article, in the order in which a page prints them. */
export const blockTypes = [
  "column",
  "kicker",
  "headline",
  "subheadline",
  "byline",
  "dateline",
  "note",
  "paragraph",
  "heading",
  "caption",
  "jump",
] as const

export type BlockType = (typeof blockTypes)[number]

export const schema = new Schema({
  nodes: {
    doc: {
      content: "article+ tray",
      // Seams a person has confirmed: seam id (`after:before`) → decision.
      attrs: { confirmed: { default: {} } },
    },
    article: {
      content: "block+",
      attrs: { id: { default: "", validate: "string" } },
      isolating: true,
      parseDOM: [{ tag: "article", getAttrs: (dom) => ({ id: (dom as { id?: string }).id ?? "" }) }],
      toDOM: (node) => ["article", { id: node.attrs.id }, 0],
    },
    tray: {
      content: "scrap*",
      isolating: true,
      parseDOM: [{ tag: "aside" }],
      toDOM: () => ["aside", 0],
    },
    paragraph: block("paragraph"),
    column: block("column"),
    kicker: block("kicker"),
    headline: block("headline"),
    subheadline: block("subheadline"),
    byline: block("byline"),
    dateline: block("dateline"),
    note: block("note"),
    heading: block("heading"),
    caption: block("caption"),
    jump: block("jump"),
    // What belongs to no article. `role` says what it is or looks like: masthead, notice, caption, headline …
    scrap: {
      content: "text*",
      marks: "line",
      attrs: { role: { default: "unplaced", validate: "string" }, likely: { default: null, validate: "string|null" } },
      parseDOM: [{ tag: "p[data-type=scrap]" }],
      toDOM: (node) => ["p", { "data-type": "scrap", "data-role": node.attrs.role }, 0],
    },
    text: {},
  },
  marks: {
    line: {
      attrs: { id: { validate: "string" } },
      inclusive: true,
      parseDOM: [{ tag: "span[data-line]" }],
      toDOM: (mark) => ["span", { "data-line": mark.attrs.id }, 0],
    },
  },
})
