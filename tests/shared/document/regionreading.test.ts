import fc from "fast-check"
import type { Node } from "prosemirror-model"
import { describe, expect, it } from "vitest"
import { lineRuns } from "../../../shared/document/anchormap.ts"
import { compose } from "../../../shared/document/compose.ts"
import { merge } from "../../../shared/document/merge.ts"
import { linesWithin, regionOf, withRegion } from "../../../shared/document/regionreading.ts"
import { type Box, overlapX, overlapY } from "../../../shared/geometry/box.ts"
import { type Mapping, ontoScan } from "../../../shared/geometry/mapping.ts"
import { arrange } from "../../../shared/layout/arrange.ts"
import type { Line, Recognition } from "../../../shared/model/recognition.ts"
import { anyEdit, edited, structural, textual } from "../../support/edits.ts"
import { boxedPage } from "../../support/randompage.ts"

const composed = (recognition: Recognition) => compose(recognition, arrange(recognition)).doc
const ids = (lines: readonly Line[]) => lines.map(({ id }) => id)

/** The lines of the block with this number. */
function linesOfBlock(doc: Node, number: number): Set<string> {
  const blocks = doc.children.flatMap((part) => part.children).filter((block) => block.textContent)
  const block = blocks[number % Math.max(1, blocks.length)]
  return new Set(block?.children.flatMap((text) => text.marks.map((mark) => String(mark.attrs.id))))
}

const line = (id: string, text: string, box: Box | null, direction: Line["direction"] = "horizontal"): Line => ({
  id,
  text,
  box,
  direction,
  score: 1,
  glyphs: null,
  gap: 0,
})

const page = (...lines: Line[]): Recognition => ({
  engine: { name: "ppocr", version: "4" },
  width: 1000,
  height: 1000,
  lines,
  shapes: [],
})

/** Two columns of three lines. */
const columns = page(
  line("l1", "左一", [100, 100, 400, 130]),
  line("l2", "左二", [100, 145, 400, 175]),
  line("l3", "左三", [100, 190, 400, 220]),
  line("l4", "右一", [450, 100, 750, 130]),
  line("l5", "右二", [450, 145, 750, 175]),
  line("l6", "右三", [450, 190, 600, 220]),
)

describe("the region of chosen lines", () => {
  it("[N40] is a box for what stands together, with a margin that keeps off other lines", () => {
    expect(regionOf(columns, new Set(["l2", "l3"]))).toEqual([[85, 137.5, 415, 235]])
    expect(regionOf(columns, new Set(["l3", "l4"]))).toEqual([
      [85, 182.5, 415, 235],
      [435, 85, 765, 137.5],
    ])
    expect(regionOf(columns, new Set())).toEqual([])
    expect(regionOf(page(line("l1", "无处", null)), new Set(["l1"]))).toEqual([])
  })

  it("[N40] lies over columns and rows of a slanted page as they do", () => {
    const [sin, cos] = [Math.sin(0.04), Math.cos(0.04)]
    const straight: Mapping = [cos, -sin, 80, sin, cos, 20, 0, 0, 1]
    const lines = columns.lines.map((one) => ({ ...one, box: one.box && ontoScan(straight, one.box) }))
    const slanted = { ...columns, straight, lines }
    for (const chosen of [["l1"], ["l2", "l3"], ["l3", "l4", "l5"]])
      expect(ids(linesWithin(slanted, regionOf(slanted, new Set(chosen))))).toEqual(chosen)
  })

  it("[N40] holds these lines and no other", () => {
    fc.assert(
      fc.property(boxedPage, fc.nat({ max: 99 }), (recognition, number) => {
        const chosen = linesOfBlock(composed(recognition), number)
        const region = regionOf(recognition, chosen)
        expect(new Set(ids(linesWithin(recognition, region)))).toEqual(chosen)
        for (const { id, box } of recognition.lines)
          if (box && !chosen.has(id)) expect(region.filter((one) => shared(one, box) > 0.2)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

/** The part of `box` that lies in `region`. */
const shared = (region: Box, box: Box): number =>
  (Math.max(0, overlapX(region, box)) * Math.max(0, overlapY(region, box))) / ((box[2] - box[0]) * (box[3] - box[1]))

describe("a recognition with a region read anew", () => {
  const region: Box[] = [[85, 137.5, 415, 235]]

  it("[N41] has the new lines in the place of the old ones, and the others as they were", () => {
    const fresh = page(
      line("l1", "左上误读", [100, 100, 400, 130]),
      line("l2", "左二新", [101, 146, 399, 174]),
      line("l3", "左三新", [100, 191, 400, 219]),
      line("l4", "左四", [100, 221, 400, 234]),
    )
    const now = withRegion(columns, { ...fresh, engine: { name: "tesseract", version: "5" } }, region)
    expect(now?.lines.map(({ id, text }) => `${id} ${text}`)).toEqual([
      "l1 左一",
      "l2 左二新",
      "l3 左三新",
      "l4_2 左四",
      "l4 右一",
      "l5 右二",
      "l6 右三",
    ])
    for (const one of ["l1", "l4", "l5", "l6"])
      expect(now?.lines.find(({ id }) => id === one)).toBe(columns.lines.find(({ id }) => id === one))
    expect(now).toMatchObject({ engine: { name: "ppocr+tesseract", version: "4, tesseract 5" }, width: 1000 })
  })

  it("[N41] keeps its engine where that read the region too", () => {
    const fresh = page(line("l1", "左二", [100, 145, 400, 175]))
    expect(withRegion(columns, fresh, region)?.engine).toEqual(columns.engine)
  })

  it("[N41] has lines where none were, and columns where rows were read", () => {
    const below = page(line("l1", "漏掉的", [100, 300, 400, 330]))
    expect(ids(withRegion(columns, below, [[80, 280, 420, 350]])?.lines ?? []).at(-1)).toBe("l1_2")
    const down = page(line("l1", "左右", [110, 140, 140, 230], "vertical"))
    const now = withRegion(columns, down, region)
    expect(now?.lines.map(({ id, direction }) => `${id} ${direction[0]}`)).toEqual([
      "l1 h",
      "l1_2 v",
      "l4 h",
      "l5 h",
      "l6 h",
    ])
  })

  it("[N41] is none where nothing is read there", () => {
    expect(withRegion(columns, page(line("l1", "右一", [450, 100, 750, 130])), region)).toBeNull()
  })
})

describe("a page of which a region is read again", () => {
  /** Another reading of the page, with characters that no edit types misread, and the page with that of one region. */
  function reread(recognition: Recognition, person: Node, number: number, every: number) {
    const chosen = linesOfBlock(person, number)
    const region = regionOf(recognition, chosen)
    let count = 0
    const glyph = (char: string) => (/\p{Script=Han}/u.test(char) && ++count % every === 0 ? "误" : char)
    const lines = recognition.lines.map((one, i) => ({ ...one, id: `f${i}`, text: [...one.text].map(glyph).join("") }))
    const fresh = withRegion(recognition, { ...recognition, lines }, region)
    const within = new Set(ids(linesWithin(recognition, region)))
    const old = { recognition, base: composed(recognition), person }
    return fresh && { within, ...merge(old, fresh, arrange(fresh), within) }
  }

  const worked = fc
    .tuple(boxedPage, fc.array(anyEdit([...structural, ...textual]), { maxLength: 6 }))
    .map(([recognition, edits]) => ({ recognition, person: edits.reduce(edited, composed(recognition)) }))

  it("[N42] stays as it was where the same is read", () => {
    fc.assert(
      fc.property(worked, fc.nat({ max: 99 }), ({ recognition, person }, number) => {
        const now = reread(recognition, person, number, Number.POSITIVE_INFINITY)
        if (now) expect({ doc: now.doc.toJSON(), told: now.conflicts }).toEqual({ doc: person.toJSON(), told: [] })
      }),
      { numRuns: 40 },
    )
  })

  it("[N42] keeps what it says of all other lines, and articles without any of these lines as they are", () => {
    fc.assert(
      fc.property(
        worked,
        fc.nat({ max: 99 }),
        fc.integer({ min: 2, max: 9 }),
        ({ recognition, person }, number, every) => {
          const now = reread(recognition, person, number, every)
          if (!now) return
          const said = (doc: Node) =>
            [...lineRuns(doc)].flatMap(([id, runs]) =>
              now.within.has(id) ? [] : [`${id} ${runs.map(({ text }) => text.trim()).join("")}`],
            )
          expect(said(now.doc).sort()).toEqual(said(person).sort())
          const elsewhere = person.children.filter(
            (part) => part.type.name === "article" && !mentions(part, now.within),
          )
          for (const article of elsewhere)
            expect(now.doc.children.find(({ attrs }) => attrs.id === article.attrs.id)?.toJSON()).toEqual(
              article.toJSON(),
            )
        },
      ),
      { numRuns: 40 },
    )
  })

  const mentions = (part: Node, lines: ReadonlySet<string>): boolean =>
    JSON.stringify(part.toJSON())
      .match(/"id":"([^"]+)"/g)
      ?.some((id) => lines.has(id.slice(6, -1))) ?? false
})
