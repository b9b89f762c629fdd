// How the printed rows of a body fill their columns: the evidence that seams are judged by.
import { union } from "../geometry/box.ts"
import type { LineId } from "../model/recognition.ts"
import type { LineEvidence } from "../seams/evidence.ts"
import { tailByline } from "../text/bylines.ts"
import type { Words } from "../text/words.ts"
import type { ColumnBlock } from "./columns.ts"
import type { Chain } from "./flow.ts"
import { type BodyType, inRow, type Printed } from "./printed.ts"

/** How each row of a body fills its column. */
export function measure(
  { blocks, sure }: Pick<Chain, "blocks" | "sure">,
  body: BodyType,
  evidence: Map<LineId, LineEvidence>,
  words: Words,
): void {
  let before = ""
  blocks.forEach((block, k) => {
    const above = blocks[k - 1]
    const sameColumn = above && Math.abs(above.left - block.left) < body.em
    rowsOf(block.lines).forEach((row, i) => {
      const seen = rowEvidence(row, block, body)
      seen.word = words.binds(before, seen.text)
      before = seen.text
      row.forEach(({ line }, place) => {
        const follows = place === 0 && i === 0 ? (sure[k] ?? 1) : 1
        evidence.set(line.id, {
          ...seen,
          follows,
          row: place > 0,
          newColumn: place === 0 && i === 0 && k > 0 && !sameColumn,
        })
      })
    })
  })
}

function rowsOf(lines: Printed[]): Printed[][] {
  const rows: Printed[][] = []
  for (const line of lines) {
    const last = rows.at(-1)?.at(-1)
    if (last && inRow(last, line)) rows.at(-1)?.push(line)
    else rows.push([line])
  }
  return rows
}

function rowEvidence(row: Printed[], block: ColumnBlock, body: BodyType): LineEvidence {
  const box = union(row.map((one) => one.box)) ?? block.box
  const text = row.map(({ line }) => line.text.trim()).join(" ")
  const tail = tailByline(text)
  // A space set at the line's beginning is part of its indent.
  const lead = /^\u3000*/u.exec(row[0]?.line.text ?? "")?.[0].length ?? 0
  return {
    text: (tail ? text.slice(0, tail.at) : text).trim(),
    row: false,
    em: row.reduce((sum, one) => sum + one.em, 0),
    measure: (block.right - block.left) / body.em,
    edges: {
      indent: (box[0] - block.left) / body.em + (row.length > 1 ? 0 : lead),
      slack: (block.right - box[2]) / body.em,
    },
    setIn: body.indent,
    set: null,
    alone: false,
    signed: tail !== null,
    size: Math.max(...row.map((one) => one.size)),
    newColumn: false,
    gap: "usual",
    follows: 1,
    word: 0,
  }
}
