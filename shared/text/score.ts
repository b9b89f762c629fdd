// Edit distance between two texts, and the form in which texts are compared.

/** Levenshtein distance in code points (insertions, deletions and substitutions count one each). */
export const distance = (a: string, b: string): number => edits([...a], [...b], false)

/** The least distance between `pattern` and any stretch of `text`, the empty one too. */
export const distanceWithin = (pattern: string, text: string): number =>
  text.includes(pattern) ? 0 : edits([...pattern], [...text], true)

/**
 * Thirty-two rows of the table of distances at a time, each as two bits a cell: one more or one less than the cell above
 * (G. Myers, A fast bit-vector algorithm for approximate string matching, JACM 46, 1999; in blocks as H. Hyyrö, A
 * bit-vector algorithm for computing Levenshtein and Damerau edit distances, 2003). `anywhere`: the pattern may begin and
 * end anywhere in the text.
 */
function edits(pattern: string[], text: string[], anywhere: boolean): number {
  const blocks = Math.ceil(pattern.length / 32)
  if (!blocks) return anywhere ? 0 : text.length
  const places = placesOf(pattern, blocks)
  const none = new Int32Array(blocks)
  const [more, less] = [new Int32Array(blocks).fill(-1), new Int32Array(blocks)]
  const last = 1 << ((pattern.length - 1) % 32)
  let [now, least] = [pattern.length, pattern.length]
  for (const char of text) {
    const equal = places.get(char) ?? none
    // What the row above a block gains on this character; above the first row a text that counts whole costs one each.
    let gain = anywhere ? 0 : 1
    for (let k = 0; k < blocks; k++) {
      const [up, down] = [more[k]!, less[k]!]
      const same = equal[k]! | (gain < 0 ? 1 : 0)
      const vertical = equal[k]! | down
      const across = (((same & up) + up) ^ up) | same
      const rise = down | ~(across | up)
      const fall = up & across
      const top = k === blocks - 1 ? last : 1 << 31
      const next = rise & top ? 1 : fall & top ? -1 : 0
      const shifted = (rise << 1) | (gain > 0 ? 1 : 0)
      more[k] = (fall << 1) | (gain < 0 ? 1 : 0) | ~(vertical | shifted)
      less[k] = shifted & vertical
      gain = next
    }
    now += gain
    if (now < least) least = now
  }
  return anywhere ? least : now
}

/** For each character where it stands in the pattern, a bit a place. */
function placesOf(pattern: string[], blocks: number): Map<string, Int32Array> {
  const places = new Map<string, Int32Array>()
  pattern.forEach((char, i) => {
    const bits = places.get(char) ?? new Int32Array(blocks)
    bits[i >> 5] = bits[i >> 5]! | (1 << (i & 31))
    places.set(char, bits)
  })
  return places
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
