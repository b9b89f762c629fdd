// Puts stretches of lines where a person decided that they belong; what nobody decided about stays with its neighbours.
import type { DecidedPlace, Decisions, Span } from "../model/decisions.ts"
import type { LineId } from "../model/recognition.ts"
import { type Atom, type Atoms, shared } from "./atoms.ts"

export function placeAtoms(atoms: Atoms, decisions: Decisions): Atoms {
  const byLine = Map.groupBy([...atoms.articles.flat(), ...atoms.tray], (atom) => atom.line)
  const taken = new Map<Atom, Atom[]>()
  const take = ({ spans }: DecidedPlace): Atom[] => {
    const place: Atom[] = []
    for (const atom of spans.flatMap((span) => (byLine.get(span.line) ?? []).filter((one) => liesIn(one, span)))) {
      if (taken.has(atom)) continue
      place.push(atom)
      taken.set(atom, place)
    }
    return place
  }
  const articles = decisions.articles.map((place) => ({ place, atoms: take(place) }))
  const scraps = decisions.tray.map((place) => ({ place, atoms: take(place) }))
  const whole = new Set(articles.map((article) => article.atoms))
  const intoArticle = (atom: Atom) => whole.has(taken.get(atom) ?? [])
  for (const proposed of atoms.articles) if (proposed.some(intoArticle)) keepBeside(proposed, taken, whole)
  const left = atoms.articles.map((proposed, home) => ({ home, atoms: proposed.filter((atom) => !taken.has(atom)) }))
  const tray = atoms.tray.filter((atom) => !taken.has(atom))
  for (const { place, atoms } of scraps) insertAfter(tray, atoms, place.follows)
  const kept = left.filter((article) => article.atoms.length)
  return { articles: inOrder(kept, articles, atoms.articles), tray }
}

const liesIn = (atom: Atom, span: Span): boolean =>
  atom.to > atom.from ? 2 * shared(atom, span) > atom.to - atom.from : shared(atom, span) >= 0

/** Stretches of a proposed article that nobody decided about go beside the neighbour they most belong with. */
function keepBeside(proposed: readonly Atom[], taken: Map<Atom, Atom[]>, articles: ReadonlySet<Atom[]>): void {
  const places = [...new Set(proposed.map((atom) => taken.get(atom)).filter((place) => place !== undefined))]
  const most = (place: Atom[]) => proposed.filter((atom) => taken.get(atom) === place).length
  const main = places.reduce((best, place) => (most(place) > most(best) ? place : best))
  proposed.forEach((atom, i) => {
    if (taken.has(atom)) return
    const [left, right] = [proposed[i - 1], proposed.slice(i + 1).find((one) => taken.has(one))]
    const worth = (one: Atom | undefined): number => {
      const place = one && taken.get(one)
      if (!one || !place) return -1
      return (one.block === atom.block ? 4 : 0) + (place === main ? 2 : 0) + (articles.has(place) ? 1 : 0)
    }
    const beside = (worth(right) > worth(left) ? right : left) as Atom
    const place = taken.get(beside) as Atom[]
    place.splice(place.indexOf(beside) + (beside === left ? 1 : 0), 0, atom)
    taken.set(atom, place)
  })
}

/** Puts scraps after the last one of line `follows`, or first; at the end where that is not there. */
function insertAfter(tray: Atom[], atoms: readonly Atom[], follows: LineId | null): void {
  const at = tray.findLastIndex((atom) => atom.line === follows)
  tray.splice(follows === null ? 0 : at < 0 ? tray.length : at + 1, 0, ...atoms)
}

/** What is left of a proposed article, and the number of that article. */
interface Homed {
  home: number
  atoms: Atom[]
}

interface Placed {
  place: DecidedPlace
  atoms: Atom[]
}

/** Decided articles among the others: each after the one it follows, else where the rules had most of it. */
function inOrder(kept: readonly Homed[], decided: readonly Placed[], proposed: Atom[][]): Atom[][] {
  const articles = [...kept]
  for (const { place, atoms } of decided) {
    if (!atoms.length) continue
    const before = articles.findIndex((article) => article.atoms.some((atom) => atom.line === place.follows))
    const home = proposed.findIndex((article) => article.includes(atoms[0] as Atom))
    const next = articles.findIndex((article) => article.home > home)
    const at = place.follows === null ? 0 : before >= 0 ? before + 1 : next < 0 ? articles.length : next
    articles.splice(at, 0, { home, atoms })
  }
  return articles.map((article) => article.atoms)
}
