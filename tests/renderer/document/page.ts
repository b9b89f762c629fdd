// A page to edit: two articles and a tray, composed from printed lines with glyphs, without a window.
import { TextSelection } from "prosemirror-state"
import { Transform } from "prosemirror-transform"
import { type EditingPage, makeEditing } from "../../../renderer/document/editing.ts"
import { anchorMap } from "../../../shared/document/anchormap.ts"
import { compose } from "../../../shared/document/compose.ts"
import type { Conflict } from "../../../shared/document/render.ts"
import { schema } from "../../../shared/document/schema.ts"
import { unknownPage } from "../../../shared/model/page.ts"
import type { Line, Recognition } from "../../../shared/model/recognition.ts"
import type { Region, Role } from "../../../shared/model/region.ts"

const glyphsOf = (text: string, y: number, score = 0.99) =>
  [...text].map((char, i) => ({
    text: char,
    box: [40 * i, y, 40 * i + 40, y + 40] as [number, number, number, number],
    score,
    candidates: [{ text: char, score }],
  }))

export function lineOfText(id: string, text: string, y: number): Line {
  const width = 40 * [...text].length
  return {
    id,
    text,
    box: [0, y, width, y + 40],
    direction: "horizontal",
    score: 0.99,
    glyphs: glyphsOf(text, y),
    gap: 0,
  }
}

type Printed = [role: Role, article: number | null, ...lines: string[]]

/** Regions as given, one paragraph each, its lines joined. */
export function recognitionOf(printed: readonly Printed[]): { recognition: Recognition; regions: Region[] } {
  const lines: Line[] = []
  const regions = printed.map(([role, article, ...texts]): Region => {
    const ids = texts.map((text) => {
      const line = lineOfText(`l${lines.length + 1}`, text, 60 * lines.length)
      lines.push(line)
      return line.id
    })
    return { role, article, lines: ids, box: null, ...(role === "unplaced" && { likely: "caption" as const }) }
  })
  const engine = { name: "test", version: "1" }
  return { recognition: { engine, width: 2000, height: 3000, lines, shapes: [] }, regions }
}

const usual: Printed[] = [
  ["kicker", 0, "一江春水绕城来"],
  ["headline", 0, "滨江步道今日", "全线开放"],
  ["byline", 0, "本报记者 昝一鸣"],
  ["note", 0, "沿江十二座码头旧址", "由5G基站相连，", "主线全长28", ".6公里。"],
  ["note", 0, "岸线两侧补种水杉", "与乌桕共四千株。"],
  ["caption", 0, "步道一角。（资料图片）"],
  ["headline", 1, "夜市搬进新楼"],
  ["note", 1, "摊位一百二十个，", "租金三年不变。"],
  ["note", 1, "摊主称 WiFi", "signal 稳定。"],
  ["notice", null, "停水通知"],
  ["unplaced", null, "夜市新楼外景"],
]

/** Paragraphs are composed as notes, whose lines are joined whatever they look like, and tagged afterwards. */
export function openPage(
  printed: readonly Printed[] = usual,
  clientId = "me",
  low: Record<string, number[]> = {},
  conflicts: readonly Conflict[] = [],
): EditingPage {
  const { recognition, regions } = recognitionOf(printed)
  for (const line of recognition.lines)
    for (const index of low[line.id] ?? []) {
      const glyph = line.glyphs?.[index]
      if (glyph) glyph.score = 0.3
    }
  const { doc, ledger } = compose(recognition, { regions, evidence: new Map(), page: unknownPage })
  const tagged = new Transform(doc)
  doc.descendants((node, pos) => {
    if (node.type.name === "note") tagged.setNodeMarkup(pos, schema.nodes.paragraph)
  })
  return makeEditing({ pageId: "p", documentId: "d", doc: tagged.doc, recognition, ledger, conflicts }, clientId)
}

/** `0 headline 滨江…` for each block, `t` for the tray. */
export function show({ state }: EditingPage): string[] {
  const rows: string[] = []
  state.doc.forEach((part, _offset, index) => {
    part.forEach((block) => {
      const where = part.type.name === "article" ? String(index) : "t"
      const name =
        block.type.name === "scrap"
          ? `${block.attrs.role}${block.attrs.likely ? `?${block.attrs.likely}` : ""}`
          : block.type.name
      rows.push(`${where} ${name} ${block.textContent}`)
    })
  })
  return rows
}

/** Puts the selection around the first place of `text`, or the caret before its character `at`. */
export function select(page: EditingPage, text: string, at?: number): void {
  let found = -1
  page.state.doc.descendants((node, pos) => {
    const index = node.isTextblock ? node.textContent.indexOf(text) : -1
    if (found < 0 && index >= 0) found = pos + 1 + index
  })
  if (found < 0) throw new Error(`no ${text}`)
  const [from, to] = at === undefined ? [found, found + text.length] : [found + at, found + at]
  page.dispatch(page.state.tr.setSelection(TextSelection.create(page.state.doc, from, to)))
}

export const type = (page: EditingPage, text: string): void => page.dispatch(page.state.tr.insertText(text))

/** What stands for each glyph: `l1:0 一`. */
export const links = (page: EditingPage): string[] =>
  [...anchorMap(page.state.doc, page.lines).values()]
    .map(({ pos, line, glyph }) => `${line}:${glyph} ${page.state.doc.textBetween(pos, pos + 1)}`)
    .sort()
