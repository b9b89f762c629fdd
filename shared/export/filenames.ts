// Names of exported files that every system takes.

const device = /^(?:con|prn|aux|nul|com\d|lpt\d) *(?:\.|$)/iu
const most = 120

const bytesOf = (text: string): number =>
  [...text].reduce((sum, char) => {
    const point = char.codePointAt(0) ?? 0
    return sum + (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4)
  }, 0)

/** A file name without separators, controls or marks of direction, of at most 120 bytes. */
export function safeName(name: string): string {
  let safe = name
    .normalize("NFC")
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069/\\:*?"<>|]/gu, " ")
    .replace(/\s+/gu, " ")
    .replace(/^[. ]+/u, "")
  while (bytesOf(safe) > most) safe = [...safe].slice(0, -1).join("")
  safe = safe.replace(/[. ]+$/u, "")
  return device.test(safe) || !safe ? `_${safe}` : safe
}

/** `name`, numbered before its extension where it is taken already; upper and lower case are one to some systems. */
export function uniqueName(name: string, taken: Set<string>): string {
  const [, base = name, extension = ""] = /^(.*?)(\.[^.]*)?$/s.exec(name) ?? []
  for (let n = 1; ; n++) {
    const unique = n === 1 ? name : `${base} (${n})${extension}`
    const folded = unique.normalize("NFC").toLowerCase()
    if (taken.has(folded)) continue
    taken.add(folded)
    return unique
  }
}
