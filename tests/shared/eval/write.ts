// Truths and results written by hand. `|` in a text is a seam that was joined, `¦` one joined with a space that is in the
// text, `‖` one whose hyphen was dropped. `# ` before a block makes it a heading; between blocks there is a break.
import type { Judged } from "../../../shared/eval/truth.ts"
import type { Article, Block } from "../../../shared/model/article.ts"

const decisions = new Map([
  ["|", "join" as const],
  ["¦", "join-space" as const],
  ["‖", "drop-hyphen" as const],
])

function block(written: string): Block {
  const type = written.startsWith("# ") ? "heading" : "paragraph"
  const made: Block = { type, text: "", seams: [], suspects: [] }
  for (const char of written.replace(/^# /u, "")) {
    const decision = decisions.get(char)
    if (decision) made.seams.push({ at: [...made.text].length, kind: "line", decision, confidence: 0.9, reasons: [] })
    else made.text += char
  }
  return made
}

export function article(written: string[], fields: Partial<Article> = {}): Article {
  const body = written.map(block)
  const breaks = body.slice(1).map((next, after) => {
    const decision =
      next.type === "heading" || body[after]?.type === "heading" ? ("heading" as const) : ("paragraph" as const)
    return { after, decision, confidence: 0.8, reasons: [] }
  })
  const none = { column: null, kicker: null, headline: null, subheadline: null, dateline: null, jump: null }
  return { id: "a", ...none, bylines: [], captions: [], regions: [], body, breaks, ...fields }
}

export const page = (articles: Article[], more: Partial<Judged> = {}): Judged => ({
  articles,
  notices: [],
  unplaced: [],
  ...more,
})
