// Simplified or traditional? A few lines of the longest block are read both ways; the surer reading wins.
import { union } from "../../../shared/geometry/box.ts"
import { cropOf } from "./crop.ts"
import type { OcrEngine, PageTask, Script } from "./engine.ts"

const sampleLines = 4
/** Traditional must be clearly surer: most pages are simplified, and many characters are the same in both. */
const lead = 0.02

export async function chooseScript(task: PageTask, engine: OcrEngine): Promise<Script> {
  const { page, blocks, paper, context } = task
  const longest = [...blocks].sort((a, b) => b.lines.length - a.lines.length)[0]
  if (!longest) return "hans"
  const lines = longest.lines.slice(0, sampleLines)
  const crop = await cropOf(page, { ...longest, lines, box: union(lines)! }, paper)
  const sureness = async (script: Script) => {
    const found = await engine.recognize(crop.image, { glyph: crop.glyph, script, singleLine: false }, context.signal)
    const glyphs = found.flatMap((line) => line.glyphs)
    return glyphs.length ? glyphs.reduce((sum, glyph) => sum + glyph.score, 0) / glyphs.length : 0
  }
  const [hans, hant] = await Promise.all([sureness("hans"), sureness("hant")])
  return hant > hans + lead ? "hant" : "hans"
}

/** Common characters that simplified print does not have and PP-OCR reads. */
const traditional = new Set(
  "國學門車時會來們個這樂給說話書長東業電視聽見過還進開關報紙員區縣發動現實經濟產萬億為與對問題後從無當點種應將體讓頭處條設總",
)
const leastShare = 0.03

export function looksTraditional(text: string): boolean {
  const han = [...text].filter((char) => /\p{Script=Han}/u.test(char))
  return han.filter((char) => traditional.has(char)).length > leastShare * han.length
}
