// What on the page is worth a look: glyphs read with little confidence, seams the rules are not sure of, and lines of which
// a new reading says something else than a person. Drawn in the text, counted in the status line, walked with F7, F8 and
// by command. What a person changes is no longer on the list.
import { isHistoryTransaction } from "prosemirror-history"
import type { Node } from "prosemirror-model"
import { type Command, type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from "prosemirror-state"
import { Decoration, DecorationSet } from "prosemirror-view"
import { lineAnchors, lineRuns } from "../../shared/document/anchormap.ts"
import type { Conflict } from "../../shared/document/render.ts"
import { suspectBelow } from "../../shared/export/articles.ts"
import type { Line, LineId } from "../../shared/model/recognition.ts"
import type { SeamProposal } from "../../shared/model/seam.ts"

/** Seams that are right with less than this probability are worth a look. */
const unsureBelow = 0.8

export type WorkKind = "suspect" | "seam" | "conflict"

const key = new PluginKey<DecorationSet>("worklist")

export interface Worth {
  lines: ReadonlyMap<LineId, Line>
  seams: readonly SeamProposal[]
  conflicts: readonly Conflict[]
}

export function worklist({ lines, seams, conflicts }: Worth): Plugin<DecorationSet> {
  const all = (doc: Node) =>
    DecorationSet.create(doc, [...suspectsOf(doc, lines), ...seamsOf(doc, seams), ...conflictsOf(doc, conflicts)])
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_config, { doc }) => all(doc),
      apply: (tr, list) => {
        if (!tr.docChanged) return list
        // What undo brings back was not looked at.
        return isHistoryTransaction(tr) ? all(tr.doc) : afterChange(list, tr)
      },
    },
    props: { decorations: (state) => key.getState(state) },
  })
}

interface Spec {
  kind: WorkKind
  text: string
  /** Of a suspect: the glyph that it was read from. */
  glyph: { line: LineId; glyph: number } | null
}

const mark = (from: number, spec: Spec): Decoration =>
  Decoration.inline(from, from + spec.text.length, { class: spec.kind }, spec)

/** The list after a change, without the characters that were replaced and the seams that were worked at. */
function afterChange(list: DecorationSet, tr: Transaction): DecorationSet {
  const mapped = list.map(tr.mapping, tr.doc)
  const done: Decoration[] = []
  tr.mapping.maps.forEach((map, index) => {
    const later = tr.mapping.slice(index + 1)
    map.forEach((_from, _to, start, end) => {
      const [from, to] = [later.map(start, -1), later.map(end, 1)]
      for (const place of mapped.find(from, to)) {
        const { kind, text } = place.spec as Spec
        const changed = tr.doc.textBetween(place.from, place.to) !== text
        const worked = kind === "seam" && place.to >= from && place.to <= to
        if (changed || worked) done.push(place)
      }
    })
  })
  return done.length ? mapped.remove(done) : mapped
}

/** Characters that stand as they were read, by glyphs of a low score. */
function suspectsOf(doc: Node, lines: ReadonlyMap<LineId, Line>): Decoration[] {
  const found: Decoration[] = []
  for (const id of lineRuns(doc).keys()) {
    const line = lines.get(id)
    if (!line?.glyphs?.some((glyph) => glyph.score < suspectBelow)) continue
    for (const { pos, glyph } of lineAnchors(doc, line)) {
      const { text, score } = line.glyphs[glyph] ?? { text: "", score: 1 }
      if (score < suspectBelow && doc.textBetween(pos, pos + text.length) === text)
        found.push(mark(pos, { kind: "suspect", text, glyph: { line: id, glyph } }))
    }
  }
  return found
}

/** The last character before each unsure seam. */
function seamsOf(doc: Node, seams: readonly SeamProposal[]): Decoration[] {
  const runs = lineRuns(doc)
  return seams.flatMap(({ after, before, confidence }) => {
    const [last, next] = [runs.get(after)?.at(-1), runs.get(before)?.[0]]
    if (confidence >= unsureBelow || !last || !next) return []
    const end = last.pos + last.text.length
    // What stands apart in the document is not a seam any more.
    const char = [...last.text].at(-1) ?? ""
    const apart = next.pos < end || next.pos - end > 2
    return apart ? [] : [mark(end - char.length, { kind: "seam", text: char, glyph: null })]
  })
}

/** Lines that still say what a person made of them, with what was read instead for their title. */
function conflictsOf(doc: Node, conflicts: readonly Conflict[]): Decoration[] {
  const runs = lineRuns(doc)
  return conflicts.flatMap(({ line, person, fresh }) => {
    const run = runs.get(line)?.find(({ text }) => text === person)
    if (!run) return []
    const spec: Spec = { kind: "conflict", text: person, glyph: null }
    return [Decoration.inline(run.pos, run.pos + person.length, { class: "conflict", title: fresh }, spec)]
  })
}

const places = (state: EditorState, kind: WorkKind): Decoration[] =>
  (key.getState(state)?.find(undefined, undefined, (spec) => spec.kind === kind) ?? []).sort((a, b) => a.from - b.from)

export const countWork = (state: EditorState, kind: WorkKind): number => places(state, kind).length

/** The glyphs that are still suspect, by line. */
export function suspectGlyphs(state: EditorState): ReadonlyMap<LineId, readonly number[]> {
  const byLine = new Map<LineId, number[]>()
  for (const { spec } of places(state, "suspect")) {
    const { glyph } = spec as Spec
    if (glyph) byLine.set(glyph.line, [...(byLine.get(glyph.line) ?? []), glyph.glyph])
  }
  return byLine
}

/** Selects the next or previous place of a kind, around the ends of the page. */
export const goToWork =
  (kind: WorkKind, step: 1 | -1): Command =>
  (state, dispatch) => {
    const all = places(state, kind)
    const now = state.selection
    const next =
      step > 0
        ? (all.find((place) => place.from >= now.to && place.to > now.to) ?? all[0])
        : (all.findLast((place) => place.to <= now.from && place.from < now.from) ?? all.at(-1))
    if (!next) return false
    const { tr } = state
    const from = kind === "seam" ? next.to : next.from
    tr.setSelection(TextSelection.create(state.doc, from, next.to))
    dispatch?.(tr.scrollIntoView())
    return true
  }
