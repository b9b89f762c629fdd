// What a text says, as pairs of neighbouring characters.
import { isHan, letterSpaced } from "../text/han.ts"

/** All pairs of neighbouring Han characters or digits of a text; spaces part them unless they part every character. */
export function bigrams(text: string): Set<string> {
  const parts = text.trim().split(/\s+/u)
  const words = parts.some((part) => [...part].length > 1) && !letterSpaced.test(text) ? parts : [parts.join("")]
  const out = new Set<string>()
  for (const word of words) {
    const chars = [...word]
    for (let i = 1; i < chars.length; i++) {
      const [a = "", b = ""] = [chars[i - 1], chars[i]]
      if (tells(a) && tells(b)) out.add(a + b)
    }
  }
  return out
}

const tells = (char: string): boolean => isHan(char) || /[0-9A-Za-z]/.test(char)
