import fc from "fast-check"
import type { Node } from "prosemirror-model"
import { describe, expect, it } from "vitest"
import { compose } from "../../../shared/document/compose.ts"
import { decisionsOf } from "../../../shared/document/decisions.ts"
import { arrange } from "../../../shared/layout/arrange.ts"
import { noDecisions } from "../../../shared/model/decisions.ts"
import type { Recognition } from "../../../shared/model/recognition.ts"
import { anyEdit, edited, structural, textual } from "../../support/edits.ts"
import { printPage } from "../../support/print.ts"
import { anyPage } from "../../support/randompage.ts"

const recomposed = (person: Node, base: Node, recognition: Recognition) =>
  compose(recognition, arrange(recognition), decisionsOf(person, base, recognition))

const holds = (kinds: Parameters<typeof anyEdit>[0]) =>
  fc.assert(
    fc.property(anyPage, fc.array(anyEdit(kinds), { minLength: 1, maxLength: 8 }), (recognition, edits) => {
      const base = compose(recognition, arrange(recognition)).doc
      const person = edits.reduce(edited, base)
      const { doc, unapplied, conflicts } = recomposed(person, base, recognition)
      expect(doc.toJSON()).toEqual(person.toJSON())
      expect({ unapplied, conflicts }).toEqual({ unapplied: { lines: [], seams: [] }, conflicts: [] })
    }),
    { numRuns: 120 },
  )

describe("what a person decided", () => {
  it("[N1] is nothing where the document is as composed", () => {
    fc.assert(
      fc.property(anyPage, (recognition) => {
        const { doc } = compose(recognition, arrange(recognition))
        expect(decisionsOf(doc, doc, recognition)).toEqual(noDecisions)
      }),
      { numRuns: 60 },
    )
  })

  it("[N2] is all there again when the page is composed anew: grouping, order, roles and seams", () => {
    holds([...structural, "confirm"])
  })

  it("[N3] and what was corrected, typed and taken out is there again to the letter", () => {
    holds([...structural, ...textual, "confirm"])
  })

  const story = ["清晨的桥头已经热闹起来，挑担的推车的都往这里赶。", "八点半收摊以后，各家各扫各的门前，垃圾装袋放好。"]
  const recognition = printPage("桥头早市有了新规矩", story, { measure: 12, depth: 9 })
  const base = compose(recognition, arrange(recognition)).doc

  it("[N5] about lines that are not on the page is told", () => {
    const person = edited(base, { kind: "tray", block: 0, at: 0, other: 0 })
    const decisions = decisionsOf(person, base, recognition)
    const without = { ...recognition, lines: recognition.lines.slice(1) }
    const confirmed = { "l1:l2": "paragraph" as const }
    const { unapplied } = compose(without, arrange(without), { ...decisions, confirmed })
    expect(unapplied).toEqual({ lines: ["l1"], seams: ["l1:l2"] })
  })

  it("[N6] about a seam is what the ledger says of it", () => {
    const split = edited(base, { kind: "split", block: 1, at: 0, other: 1 })
    const { doc, ledger } = recomposed(split, base, recognition)
    expect(doc.toJSON()).toEqual(split.toJSON())
    const byPerson = ledger.seams.filter(({ reasons }) => reasons.includes("person"))
    expect(byPerson).toEqual([
      { after: "l2", before: "l3", kind: "line", decision: "paragraph", confidence: 1, reasons: ["person"] },
    ])
  })
})
