import fc from "fast-check"
import type { Node } from "prosemirror-model"
import { describe, expect, it } from "vitest"
import { lineRuns } from "../../../shared/document/anchormap.ts"
import { compose } from "../../../shared/document/compose.ts"
import { mergeRegion } from "../../../shared/document/merge.ts"
import { linesWithin, regionOf, withRegion } from "../../../shared/document/regionreading.ts"
import { type Box, overlapX, overlapY } from "../../../shared/geometry/box.ts"
import { type Mapping, ontoScan } from "../../../shared/geometry/mapping.ts"
import { arrange } from "../../../shared/layout/arrange.ts"
import type { Line, Recognition } from "../../../shared/model/recognition.ts"
import { anyEdit, edited, structural, textual } from "../../support/edits.ts"
import { printPage } from "../../support/print.ts"
import { boxedPage } from "../../support/randompage.ts"

const composed = (recognition: Recognition) => compose(recognition, arrange(recognition)).doc
const ids = (lines: readonly Line[]) => lines.map(({ id }) => id)

/** The lines of the block with this number. */
function linesOfBlock(doc: Node, number: number): Set<string> {
  const blocks = doc.children.flatMap((part) => part.children).filter((block) => block.textContent)
  const block = blocks[number % Math.max(1, blocks.length)]
  return new Set(block && linesOf(block))
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
  /** The page with one block read again, `every`th character of it wrong in a way that no edit types. */
  function reread({ recognition, base, person }: Worked, number: number, every: number) {
    const chosen = linesOfBlock(person, number)
    const region = regionOf(recognition, chosen)
    let count = 0
    const glyph = (char: string) => (/\p{Script=Han}/u.test(char) && ++count % every === 0 ? "误" : char)
    const lines = recognition.lines.map((one, i) => ({ ...one, id: `f${i}`, text: [...one.text].map(glyph).join("") }))
    const fresh = withRegion(recognition, { ...recognition, lines }, region)
    return fresh && { chosen, fresh, ...mergeRegion({ recognition, base, person }, fresh, arrange(fresh)) }
  }

  interface Worked {
    recognition: Recognition
    base: Node
    person: Node
  }

  /** The rules made something else of the page once than they would now, and a person worked on that. */
  const edits = fc.array(anyEdit([...structural, ...textual]), { maxLength: 6 })
  const worked = fc.tuple(boxedPage, edits, edits).map(([recognition, once, since]): Worked => {
    const base = once.reduce(edited, composed(recognition))
    return { recognition, base, person: since.reduce(edited, base) }
  })

  it("[N42] stays as it was where the same is read", () => {
    fc.assert(
      fc.property(worked, fc.nat({ max: 99 }), (page, number) => {
        const now = reread(page, number, Number.POSITIVE_INFINITY)
        if (!now) return
        expect({ doc: now.doc.toJSON(), told: now.conflicts }).toEqual({ doc: page.person.toJSON(), told: [] })
        expect(now.base.toJSON()).toEqual(page.base.toJSON())
      }),
      { numRuns: 60 },
    )
  })

  it("[N42] keeps its build, and what it says of all other lines", () => {
    const build = (doc: Node) =>
      doc.children.map((part) => part.children.map((block) => [block.type.name, linesOf(block)]))
    const said = (doc: Node, chosen: ReadonlySet<string>) =>
      [...lineRuns(doc)].filter(([id]) => !chosen.has(id)).map(([id, runs]) => [id, runs.map(({ text }) => text)])
    fc.assert(
      fc.property(worked, fc.nat({ max: 99 }), fc.integer({ min: 2, max: 9 }), (page, number, every) => {
        const now = reread(page, number, every)
        if (!now) return
        expect(build(now.doc)).toEqual(build(page.person))
        expect(build(now.base)).toEqual(build(page.base))
        expect(said(now.doc, now.chosen)).toEqual(said(page.person, now.chosen))
      }),
      { numRuns: 60 },
    )
  })

  it("[N42] has a line that is new in it beside its neighbour", () => {
    const page = printPage(
      "桥头早市有了新规矩",
      ["清晨的桥头已经热闹起来，挑担的推车的都往这里赶，管理员老周拿着本子登记。"],
      {
        measure: 12,
        depth: 20,
      },
    )
    const missed = page.lines[2]
    if (!missed) throw new Error("no lines")
    const old = { ...page, lines: page.lines.filter((one) => one !== missed) }
    const base = composed(old)
    const fresh = withRegion(old, page, [missed.box as Box])
    if (!fresh) throw new Error("nothing read")
    const now = mergeRegion({ recognition: old, base, person: base }, fresh, arrange(fresh))
    expect(now.doc.textContent).toContain("挑担的推车的都往这里赶，管理员")
    expect(now.base.eq(now.doc)).toBe(true)
  })

  it("[N42] loses no line that runs another way now", () => {
    fc.assert(
      fc.property(worked, fc.nat({ max: 99 }), ({ recognition, base, person }, number) => {
        const region = regionOf(recognition, linesOfBlock(person, number))
        const turned = recognition.lines.map((one): Line => ({ ...one, text: "竖排", direction: "vertical" }))
        const fresh = withRegion(recognition, { ...recognition, lines: turned }, region)
        if (!fresh) return
        const now = mergeRegion({ recognition, base, person }, fresh, arrange(fresh))
        const there = lineRuns(now.doc)
        for (const { id, text } of fresh.lines) if (text === "竖排") expect(there.has(id)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })
})

/** The printed lines of a block, or of all blocks of an article. */
function linesOf(node: Node): string[] {
  const ids: string[] = []
  node.descendants((text) => void ids.push(...text.marks.map((mark) => String(mark.attrs.id))))
  return ids
}
