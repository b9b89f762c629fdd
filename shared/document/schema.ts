// The document of a page: its articles, then a tray for what belongs to none. Text is plain; every run carries the
// `line` mark of the printed line it was read from, so each character stays linked to its pixels.
// Schema changes are additive with defaults, because stored steps must still parse.
import { type NodeSpec, Schema } from "prosemirror-model"

/** A field or paragraph; `pasted` are elements of foreign pages that are taken for one. */
const block = (tag: string, ...pasted: string[]): NodeSpec => ({
  content: "text*",
  marks: "line",
  group: "block",
  selectable: false,
  parseDOM: [{ tag: `p[data-type=${tag}]` }, ...pasted.map((name) => ({ tag: name, priority: 40 }))],
  toDOM: () => ["p", { "data-type": tag }, 0],
})

/** An attribute of an element of the page; this file knows no DOM. */
const said = (element: unknown, name: string): string | null =>
  (element as { getAttribute(name: string): string | null }).getAttribute(name)

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
      selectable: false,
      parseDOM: [{ tag: "article", getAttrs: (dom) => ({ id: said(dom, "id") ?? "" }) }],
      toDOM: (node) => ["article", { id: node.attrs.id }, 0],
    },
    tray: {
      content: "scrap*",
      isolating: true,
      selectable: false,
      parseDOM: [{ tag: "aside" }],
      toDOM: () => ["aside", 0],
    },
    paragraph: block("paragraph", "p", "li", "blockquote"),
    column: block("column"),
    kicker: block("kicker"),
    headline: block("headline", "h1"),
    subheadline: block("subheadline"),
    byline: block("byline"),
    dateline: block("dateline"),
    note: block("note"),
    heading: block("heading", "h2", "h3", "h4"),
    caption: block("caption", "figcaption"),
    jump: block("jump"),
    // What belongs to no article. `role` says what it is or looks like: masthead, notice, caption, headline …
    scrap: {
      content: "text*",
      marks: "line",
      selectable: false,
      // A notice keeps its paragraphs apart by line feeds.
      whitespace: "pre",
      attrs: { role: { default: "unplaced", validate: "string" }, likely: { default: null, validate: "string|null" } },
      parseDOM: [
        {
          tag: "p[data-type=scrap]",
          getAttrs: (dom) => ({ role: said(dom, "data-role") ?? "unplaced", likely: said(dom, "data-likely") }),
        },
      ],
      toDOM: ({ attrs: { role, likely } }) => [
        "p",
        { "data-type": "scrap", "data-role": role, ...(likely && { "data-likely": likely }) },
        0,
      ],
    },
    text: {},
  },
  marks: {
    line: {
      attrs: { id: { validate: "string" } },
      inclusive: true,
      parseDOM: [{ tag: "span[data-line]", getAttrs: (dom) => ({ id: said(dom, "data-line") ?? "" }) }],
      toDOM: (mark) => ["span", { "data-line": mark.attrs.id }, 0],
    },
  },
})
