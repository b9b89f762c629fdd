// Which entries a few typed letters mean, the best first.

export interface Entry {
  key: string
  /** What is searched: the name first, then other names, menus, ids. */
  texts: readonly string[]
}

const plain = (text: string): string => text.normalize("NFKC").toLowerCase()

/** How well `term` is found in the texts; 0 where it is not. The name counts most, and beginnings more than middles. */
function found(term: string, texts: readonly string[]): number {
  let best = 0
  for (const [at, text] of texts.entries()) {
    const place = text.indexOf(term)
    if (place < 0) continue
    const begins = place === 0 ? 3 : /[\p{L}\p{N}]/u.test(text[place - 1] ?? "") ? 1 : 2
    best = Math.max(best, at === 0 ? begins * 2 : begins)
  }
  return best
}

/** Every word of the query must be found somewhere. Equals stand as they were used last, then as they came. */
export function rank<E extends Entry>(entries: readonly E[], query: string, recent: readonly string[]): E[] {
  const terms = plain(query).split(/\s+/).filter(Boolean)
  const used = (entry: E) => {
    const at = recent.indexOf(entry.key)
    return at < 0 ? recent.length : at
  }
  return entries
    .map((entry) => {
      const texts = entry.texts.map(plain)
      const scores = terms.map((term) => found(term, texts))
      return { entry, score: scores.includes(0) ? -1 : scores.reduce((sum, one) => sum + one, 0) }
    })
    .filter(({ score }) => score >= 0)
    .sort((a, b) => b.score - a.score || used(a.entry) - used(b.entry))
    .map(({ entry }) => entry)
}
