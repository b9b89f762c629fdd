import fc from "fast-check"
import type { Node } from "prosemirror-model"
import { describe, expect, it } from "vitest"
import { compose } from "../../../shared/document/compose.ts"
import { decisionsOf } from "../../../shared/document/decisions.ts"
import { readOutline } from "../../../shared/document/outline.ts"
import { readJoins } from "../../../shared/document/readjoins.ts"
import { arrange } from "../../../shared/layout/arrange.ts"
import { noDecisions } from "../../../shared/model/decisions.ts"
import type { Recognition } from "../../../shared/model/recognition.ts"
import { anyEdit, edited, structural, textual } from "../../support/edits.ts"
import { anyPage } from "../../support/randompage.ts"

/** What a document is built of: blocks with their role and their lines (of `kept` only), and how lines meet in them. */
function build(doc: Node, recognition: Recognition, kept: ReadonlySet<string>) {
  const lines = new Map(recognition.lines.map((line) => [line.id, line]))
  const { articles, tray } = readOutline(doc, lines)
  const blocks = (list: (typeof articles)[number]) =>
    list
      .map(
        ({ role, likely, spans }) =>
          `${role}?${likely} ${spans
            .map(({ line }) => line)
            .filter((line) => kept.has(line))
            .join(" ")}`,
      )
      .filter((block) => !block.endsWith(" "))
  const joins = readJoins(doc, lines)
    .filter((join) => !join.apart && kept.has(join.after) && kept.has(join.before))
    .map((join) => `${join.after} ${join.decision} ${join.before}`)
  return {
    articles: articles.map(blocks).filter((article) => article.length),
    tray: blocks(tray),
    joins: joins.sort(),
  }
}

const linesIn = (doc: Node, recognition: Recognition): Set<string> => {
  const lines = new Map(recognition.lines.map((line) => [line.id, line]))
  const { articles, tray } = readOutline(doc, lines)
  return new Set([...articles.flat(), ...tray].flatMap(({ spans }) => spans.map(({ line }) => line)))
}

const recomposed = (person: Node, base: Node, recognition: Recognition) =>
  compose(recognition, arrange(recognition), decisionsOf(person, base, recognition))

describe("what a person decided", () => {
  it("[N1] is nothing where the document is as composed", () => {
    fc.assert(
      fc.property(anyPage, (recognition) => {
        const { doc } = compose(recognition, arrange(recognition))
        expect(decisionsOf(doc, doc, recognition)).toEqual(noDecisions)
      }),
      { numRuns: 60, seed: 1 },
    )
  })

  it("[N2] is all there again when the page is composed anew: grouping, order, roles and seams", () => {
    fc.assert(
      fc.property(
        anyPage,
        fc.array(anyEdit([...structural, "confirm"]), { minLength: 1, maxLength: 8 }),
        (recognition, edits) => {
          const base = compose(recognition, arrange(recognition)).doc
          const person = edits.reduce(edited, base)
          const { doc, unapplied } = recomposed(person, base, recognition)
          const kept = linesIn(person, recognition)
          expect(unapplied).toEqual([])
          expect(build(doc, recognition, kept)).toEqual(build(person, recognition, kept))
        },
      ),
      { numRuns: 400, seed: 2 },
    )
  })

  it("[N3] and corrected characters do not make it another decision", () => {
    fc.assert(
      fc.property(
        anyPage,
        fc.array(anyEdit([...structural, ...textual]), { minLength: 1, maxLength: 8 }),
        (recognition, edits) => {
          const base = compose(recognition, arrange(recognition)).doc
          const person = edits.reduce(edited, base)
          const { doc } = recomposed(person, base, recognition)
          const kept = linesIn(person, recognition)
          const [now, was] = [build(doc, recognition, kept), build(person, recognition, kept)]
          expect(now.articles).toEqual(was.articles)
          expect(now.tray).toEqual(was.tray)
        },
      ),
      { numRuns: 300, seed: 3 },
    )
  })
})
