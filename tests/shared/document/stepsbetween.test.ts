import fc from "fast-check"
import { expect, it } from "vitest"
import { compose } from "../../../shared/document/compose.ts"
import { stepsBetween } from "../../../shared/document/stepsbetween.ts"
import { arrange } from "../../../shared/layout/arrange.ts"
import { anyEdit, edited, structural, textual } from "../../support/edits.ts"
import { anyPage } from "../../support/randompage.ts"

const anyEdits = fc.array(anyEdit([...structural, ...textual, "confirm"]), { maxLength: 6 })

it("[N13] from any document to any other there are steps, and none where nothing differs", () => {
  fc.assert(
    fc.property(anyPage, anyPage, anyEdits, (recognition, another, edits) => {
      const before = compose(recognition, arrange(recognition)).doc
      for (const after of [edits.reduce(edited, before), compose(another, arrange(another)).doc]) {
        const steps = stepsBetween(before, after)
        const reached = steps.reduce((doc, step) => step.apply(doc).doc ?? doc, before)
        expect(reached.toJSON()).toEqual(after.toJSON())
        if (after.eq(before)) expect(steps).toEqual([])
      }
    }),
    { numRuns: 60 },
  )
})

it("[N13] text of one block leaves the others alone", () => {
  fc.assert(
    fc.property(anyPage, anyEdit(textual), (recognition, edit) => {
      const before = compose(recognition, arrange(recognition)).doc
      const after = edited(before, edit)
      for (const step of stepsBetween(before, after))
        step.getMap().forEach((from, to) => {
          expect(to - from).toBeLessThan(5)
        })
    }),
    { numRuns: 60 },
  )
})
