// How printed lines follow one another in a document: in one block, joined in one manner or another, or apart.
import type { Node } from "prosemirror-model"
import type { DecidedSeam } from "../model/decisions.ts"
import type { Line, LineId } from "../model/recognition.ts"
import type { SeamDecision } from "../model/seam.ts"
import { lineOf } from "./anchormap.ts"

export interface Join extends DecidedSeam {
  /** Whether the two lines are in different blocks. */
  apart: boolean
}

interface Run {
  line: LineId
  text: string
  /** What was typed between the run before this one and this one. */
  typed: string
}

function runsOf(block: Node): Run[] {
  const runs: Run[] = []
  let typed = ""
  block.forEach((node) => {
    const line = lineOf(node)
    const text = node.text ?? ""
    if (!line) typed += text
    else if (runs.at(-1)?.line === line && !typed) runs.push({ line, text: (runs.pop()?.text ?? "") + text, typed: "" })
    else {
      runs.push({ line, text, typed })
      typed = ""
    }
  })
  return runs
}

/** Every place where the text of one line is followed by that of another, in the same article or in the tray. */
export function readJoins(doc: Node, lines: ReadonlyMap<LineId, Line>): Join[] {
  const joins: Join[] = []
  doc.forEach((part) => {
    const tray = part.type.name === "tray"
    let last: { run: Run; block: Node } | null = null
    part.forEach((block) => {
      for (const run of runsOf(block)) {
        if (last && last.run.line !== run.line) {
          const decision = last.block === block ? within(last.run, run, lines) : between(last.block, block, tray)
          joins.push({ after: last.run.line, before: run.line, decision, apart: last.block !== block })
        }
        last = { run, block }
      }
    })
  })
  return joins
}

function between(left: Node, right: Node, tray: boolean): SeamDecision {
  if (tray) return "stop"
  return left.type.name === "heading" || right.type.name === "heading" ? "heading" : "paragraph"
}

function within(left: Run, right: Run, lines: ReadonlyMap<LineId, Line>): SeamDecision {
  const meeting = `${/\s*$/u.exec(left.text)?.[0]}${right.typed}${/^\s*/u.exec(right.text)?.[0]}`
  if (meeting.includes("\n")) return "paragraph"
  if (/^\s|\s$/u.test(meeting)) return "join-space"
  const hyphenated = /[-\u00ad\u2010]\s*$/u.test(lines.get(left.line)?.text ?? "")
  return hyphenated && !meeting && !/[-\u00ad\u2010]$/u.test(left.text) ? "drop-hyphen" : "join"
}
