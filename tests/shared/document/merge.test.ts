import fc from "fast-check"
import type { Node } from "prosemirror-model"
import { describe, expect, it } from "vitest"
import { lineRuns } from "../../../shared/document/anchormap.ts"
import { compose } from "../../../shared/document/compose.ts"
import { decisionsOf } from "../../../shared/document/decisions.ts"
import { adoptLines, merge } from "../../../shared/document/merge.ts"
import { arrange } from "../../../shared/layout/arrange.ts"
import type { Line, Recognition } from "../../../shared/model/recognition.ts"
import { anyEdit, edited, structural, textual } from "../../support/edits.ts"
import { anyPage } from "../../support/randompage.ts"

const composed = (recognition: Recognition) => compose(recognition, arrange(recognition)).doc

/** A page that is read again, and merged. */
function readAgain(old: Recognition, person: Node, read: Recognition) {
  const fresh = adoptLines(old, read)
  return { fresh, ...merge({ recognition: old, base: composed(old), person }, fresh, arrange(fresh)) }
}

/** The same page with other ids, and with characters that no edit types misread: every `every`th of the page. */
function misread(recognition: Recognition, every: number): Recognition {
  let count = 0
  const glyph = (char: string) => (/\p{Script=Han}/u.test(char) && ++count % every === 0 ? "误" : char)
  return {
    ...recognition,
    lines: recognition.lines.map((line, i) => ({ ...line, id: `f${i}`, text: [...line.text].map(glyph).join("") })),
  }
}

const worked = (kinds: Parameters<typeof anyEdit>[0]) =>
  fc.tuple(anyPage, fc.array(anyEdit(kinds), { minLength: 1, maxLength: 8 })).map(([recognition, edits]) => {
    const base = composed(recognition)
    return { recognition, base, person: edits.reduce(edited, base) }
  })

const runs = { numRuns: 50 }

/** The characters of each line, wherever its parts stand, without what depends on the seams around it. */
function charsByLine(doc: Node): Map<string, string> {
  const all = [...lineRuns(doc)].map(([line, runs]) => [line, runs.map(({ text }) => text).join("")] as const)
  return new Map(all.map(([line, text]) => [line, [...text.replace(/[\s-]/gu, "")].sort().join("")]))
}

/** How a document is built of lines: parts, roles and lines of blocks. */
function build(doc: Node): unknown {
  const blockOf = (node: Node) => ({
    role: node.type.name === "scrap" ? node.attrs : node.type.name,
    lines: node.children.map((text) => text.marks[0]?.attrs.id ?? text.text),
  })
  return doc.children.map((part) => ({ id: part.attrs.id, blocks: part.children.map(blockOf) }))
}

describe("a page that is read again", () => {
  it("[N8] to the same letters stays as it was", () => {
    fc.assert(
      fc.property(worked([...structural, ...textual, "confirm"]), ({ recognition, person }) => {
        const lines = recognition.lines.map((line, i) => ({ ...line, id: `f${i}` }))
        const { doc, conflicts, unapplied, fresh } = readAgain(recognition, person, { ...recognition, lines })
        expect(fresh.lines).toEqual(recognition.lines)
        expect(doc.toJSON()).toEqual(person.toJSON())
        expect({ conflicts, unapplied }).toEqual({ conflicts: [], unapplied: { lines: [], seams: [] } })
      }),
      runs,
    )
  })

  it("[N9] says what is read now where nobody touched it, in the build a person gave it", () => {
    fc.assert(
      fc.property(worked([...structural, ...textual]), fc.integer({ min: 9, max: 30 }), (page, every) => {
        const { recognition, base, person } = page
        const { doc, fresh } = readAgain(recognition, person, misread(recognition, every))
        // All of the page is the person's, so nothing is composed anew.
        const decisions = decisionsOf(person, base, recognition)
        if (!decisions.tray || !decisions.articles.every((article) => "blocks" in article)) return
        expect(build(doc)).toEqual(build(person))
        const [was, mine, now, again] = [base, person, doc, composed(fresh)].map(charsByLine)
        for (const [line, text] of mine ?? [])
          if (text === was?.get(line)) expect(now?.get(line)).toBe(again?.get(line))
      }),
      runs,
    )
  })

  it("[N11] keeps every character that a person typed", () => {
    const typed = (doc: Node) => [...doc.textContent].filter((char) => "甲乙丙丁戊".includes(char)).sort()
    fc.assert(
      fc.property(
        worked([...structural, ...textual]),
        fc.integer({ min: 2, max: 12 }),
        fc.integer({ min: 2, max: 9 }),
        ({ recognition, person }, every, dropped) => {
          const read = misread(recognition, every)
          const lines = read.lines.filter((_, i) => i % dropped)
          const { doc } = readAgain(recognition, person, { ...read, lines })
          expect(typed(doc)).toEqual(typed(person))
        },
      ),
      runs,
    )
  })
})

const line = (id: string, text: string, gap = 1): Line => ({
  id,
  text,
  box: null,
  direction: "horizontal",
  score: null,
  glyphs: null,
  gap,
})

const page = (...texts: string[]): Recognition => ({
  engine: { name: "text", version: "1" },
  width: null,
  height: null,
  lines: texts.map((text, i) => line(`l${i}`, text)),
  shapes: [],
})

const story = [
  "桥头早市有了新规矩",
  "清晨的桥头已经热闹起来，",
  "挑担的、推车的都往这里赶，",
  "八点半以后各扫各的门前。",
]

/** The document with a word replaced. */
function corrected(doc: Node, from: string, to: string): Node {
  return doc.type.schema.nodeFromJSON(JSON.parse(JSON.stringify(doc.toJSON()).replace(from, to)))
}

describe("a line of it", () => {
  const old = page(...story)
  it("[N9] takes the new reading beside what a person corrected", () => {
    const person = corrected(composed(old), "热闹起来", "热闹非凡")
    const { doc, conflicts } = readAgain(old, person, page(...story.map((text) => text.replace("清晨", "凌晨"))))
    expect(doc.textContent).toContain("凌晨的桥头已经热闹非凡，挑担的")
    expect(conflicts).toEqual([])
  })

  it("[N10] stays the person's where both changed it, which is told", () => {
    const person = corrected(composed(old), "热闹起来", "热闹非凡")
    const { doc, conflicts } = readAgain(old, person, page(...story.map((text) => text.replace("起来", "超来"))))
    expect(doc.textContent).toContain("已经热闹非凡，")
    expect(conflicts).toEqual([{ line: "l1", person: "清晨的桥头已经热闹非凡，", fresh: "清晨的桥头已经热闹超来，" }])
  })

  it("[N11] that is gone leaves what was corrected in the tray", () => {
    const person = corrected(composed(old), "推车的", "推板车的")
    const { doc, conflicts, unapplied } = readAgain(old, person, page(...story.toSpliced(2, 1)))
    expect(doc.lastChild?.textContent).toContain("挑担的、推板车的都往这里赶，")
    expect(conflicts).toEqual([{ line: "l2", person: "挑担的、推板车的都往这里赶，", fresh: "" }])
    expect(unapplied.lines).toEqual(["l2"])
  })

  it("[N4] that is new stands beside its neighbour", () => {
    const person = corrected(composed(old), "热闹起来", "热闹非凡")
    const { doc } = readAgain(old, person, page(...story.toSpliced(2, 0, "管理员老周拿着本子登记，")))
    expect(doc.textContent).toContain("热闹非凡，管理员老周拿着本子登记，挑担的")
  })
})
