// Edit distance between two texts, and the character error rate made from it.

/** Levenshtein distance in code points (insertions, deletions and substitutions count one each). */
export function distance(a: string, b: string): number {
  const s = [...a]
  const t = [...b]
  let row = Uint32Array.from({ length: t.length + 1 }, (_, j) => j)
  for (let i = 1; i <= s.length; i++) {
    const next = new Uint32Array(t.length + 1)
    next[0] = i
    for (let j = 1; j <= t.length; j++)
      next[j] = Math.min((row[j - 1] ?? 0) + (s[i - 1] === t[j - 1] ? 0 : 1), (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1)
    row = next
  }
  return row[t.length] ?? 0
}

/** Text as it is scored: NFKC, no white space, and quotes, dashes and dots of one kind, which no reader confuses. */
export const scoreKey = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/\s+/gu, "")
    .replace(/[“”]/gu, '"')
    .replace(/[‘’]/gu, "'")
    .replace(/[—–―]/gu, "-")
    .replace(/[▶►□●]/gu, "")
