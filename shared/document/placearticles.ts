// Where the lines of a page go once a person worked on it. Decided articles are the person's; what the rules proposed of
// the others fills their places; a line that nobody knew goes beside its neighbour, into its block where it was in one.
import type { DecidedBlock, Decisions } from "../model/decisions.ts"
import type { Line, LineId } from "../model/recognition.ts"
import { type Atom, cutAtoms, type Home, hasText } from "./atoms.ts"
import type { Outline, OutlineBlock, Piece, PlacedOutline } from "./outline.ts"

type Block = OutlineBlock<Piece>

/** A place for articles: a decided one, one that was left to the rules and is known by its lines, or a new one. */
interface Entry {
  id: string | null
  lines: ReadonlySet<LineId>
  articles: Block[][]
}

export function placeArticles(outline: Outline, decisions: Decisions, lines: ReadonlyMap<LineId, Line>): PlacedOutline {
  const entries = decisions.articles.map((one): Entry => {
    if ("lines" in one) return { id: one.id, lines: new Set(one.lines), articles: [] }
    const blocks = copied(one.blocks, lines)
    return { id: one.id, lines: new Set(), articles: blocks.length ? [blocks] : [] }
  })
  const tray = copied(decisions.tray ?? [], lines)
  const containers = [...entries.flatMap(({ articles }) => articles), tray]
  const settling: Settling = {
    lines,
    homes: Map.groupBy(containers.flatMap(homesIn), ({ piece }) => piece.line),
    left: new Set(entries.flatMap((entry) => [...entry.lines])),
    removed: new Set(decisions.removed),
  }
  fillArticles(entries, outline, settling)
  fillTray(tray, outline, settling)
  return { articles: numbered(entries), tray }
}

/** Blocks whose lines are all gone go too. */
function copied(blocks: readonly DecidedBlock[], lines: ReadonlyMap<LineId, Line>): Block[] {
  return blocks.flatMap(({ role, likely, pieces }) => {
    const spans = pieces.filter((piece) => "typed" in piece || lines.has(piece.line))
    return spans.length || !pieces.length ? [{ role, likely, spans }] : []
  })
}

const homesIn = (container: Block[]): Home[] =>
  container.flatMap((block) => block.spans.flatMap((piece) => ("typed" in piece ? [] : [{ container, block, piece }])))

interface Settling {
  lines: ReadonlyMap<LineId, Line>
  /** Where a person has stretches of a line. */
  homes: ReadonlyMap<LineId, Home[]>
  /** Lines of the articles that were left to the rules. */
  left: ReadonlySet<LineId>
  removed: ReadonlySet<LineId>
}

function fillArticles(entries: Entry[], outline: Outline, settling: Settling): void {
  let last: Entry | undefined
  for (const proposed of outline.articles) {
    const { atoms, rest } = settle(proposed, settling)
    const home = atoms.findLast((atom) => atom.home)?.home
    const around = entries.find(({ articles }) => home && articles.includes(home.container))
    let entry = bestEntry(rest, entries)
    if (rest.length && !entry) {
      entry = { id: null, lines: new Set(), articles: [] }
      entries.splice(entries.indexOf((around ?? last) as Entry) + 1, 0, entry)
    }
    if (rest.length) entry?.articles.push(rest)
    last = entry ?? around ?? last
  }
}

/** The place that most of these lines had before. */
function bestEntry(rest: readonly Block[], entries: readonly Entry[]): Entry | undefined {
  let best: { entry: Entry; shared: number } | undefined
  for (const entry of entries) {
    const pieces = rest.flatMap((block) => block.spans)
    const shared = pieces.filter((piece) => "line" in piece && entry.lines.has(piece.line)).length
    if (shared > (best?.shared ?? 0)) best = { entry, shared }
  }
  return best?.entry
}

function fillTray(tray: Block[], outline: Outline, settling: Settling): void {
  let at = 0
  for (const proposed of outline.tray) {
    const { atoms, rest } = settle([proposed], settling)
    const home = atoms.findLast((atom) => atom.home?.container === tray)?.home
    if (home) at = tray.indexOf(home.block) + 1
    tray.splice(at, 0, ...rest)
    at += rest.length
  }
}

/** Brings the new lines of proposed blocks that a person has lines of to these; `rest` is what stays as proposed. */
function settle(proposed: readonly OutlineBlock[], settling: Settling): { atoms: Atom[]; rest: Block[] } {
  const all = cutAtoms(proposed, settling.homes, settling.lines).filter(({ line }) => !settling.removed.has(line))
  if (!all.some((atom) => atom.home)) return { atoms: all, rest: blocksOf(all) }
  const atoms = all.filter((atom) => atom.home || hasText(atom, settling.lines))
  for (const [i, atom] of atoms.entries())
    if (!atom.home && !settling.left.has(atom.line)) atom.home = besideNeighbour(atom, i, atoms)
  return { atoms, rest: blocksOf(atoms.filter((atom) => !atom.home)) }
}

const blocksOf = (atoms: readonly Atom[]): Block[] =>
  [...Map.groupBy(atoms, (atom) => atom.block)].map(([{ role, likely }, of]) => ({
    role,
    likely,
    spans: of.map(({ line, from, to }) => ({ line, from, to })),
  }))

function besideNeighbour(atom: Atom, i: number, atoms: readonly Atom[]): Home | null {
  const [before, after] = [atoms.slice(0, i).reverse(), atoms.slice(i + 1)]
  const within = (one: Atom) => one.home !== null && one.block === atom.block
  const anywhere = (one: Atom) => one.home !== null
  const piece = { line: atom.line, from: atom.from, to: atom.to }
  const [above, below] = [before.find(within)?.home, after.find(within)?.home]
  const inBlock = above ?? below
  if (inBlock) {
    const { container, block } = inBlock
    block.spans.splice(block.spans.indexOf(inBlock.piece) + (above ? 1 : 0), 0, piece)
    return { container, block, piece }
  }
  const over = before.find(anywhere)?.home
  const beside = over ?? after.find(anywhere)?.home
  if (!beside) return null
  const { container } = beside
  const block: Block = { role: atom.block.role, likely: atom.block.likely, spans: [piece] }
  container.splice(container.indexOf(beside.block) + (over ? 1 : 0), 0, block)
  return { container, block, piece }
}

/** Articles with ids: a place's first one keeps the id that was there. */
function numbered(entries: readonly Entry[]): PlacedOutline["articles"] {
  const numbers = entries.map(({ id }) => Number(/^a(\d+)$/.exec(id ?? "")?.[1] ?? 0))
  let next = Math.max(0, ...numbers)
  return entries.flatMap(({ id, articles }) =>
    articles.map((blocks, i) => ({ id: (i === 0 && id !== null ? id : null) ?? `a${++next}`, blocks })),
  )
}
