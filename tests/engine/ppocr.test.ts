import { expect, it } from "vitest"
import { decodePicture } from "../../electron/engine/ocr/ppocr/decode.ts"
import { blank, readLetters } from "../../electron/engine/ocr/ppocr/letters.ts"
import { linePicture, pictureHeight } from "../../electron/engine/ocr/ppocr/picture.ts"
import type { Box } from "../../shared/geometry/box.ts"

const letters = ["", "日", "月", "目", "A", " "]

/** Steps of one picture: what each is taken for, and how surely; the rest goes to the class after it. */
function output(...steps: [text: string, sure: number][]) {
  const classes = letters.length
  const data = new Float32Array(steps.length * classes)
  steps.forEach(([text, sure], step) => {
    const found = letters.indexOf(text)
    data[step * classes + found] = sure
    data[step * classes + (found === blank ? 1 : (found % (classes - 2)) + 1)] = 1 - sure
  })
  return { data, steps: steps.length, classes }
}

const read = (...steps: [text: string, sure: number][]) => decodePicture(output(...steps), letters, 1)

it("[O1] steps side by side are one glyph, a blank between makes two, and the surest step speaks for all", () => {
  const { glyphs } = read(["日", 0.6], ["日", 0.9], ["", 0.8], ["日", 0.7], ["月", 0.95])
  expect(glyphs.map((glyph) => [glyph.text, glyph.score.toFixed(2)])).toEqual([
    ["日", "0.90"],
    ["日", "0.70"],
    ["月", "0.95"],
  ])
})

it("[O1] a glyph knows its place and what else it may be; the blank is no candidate", () => {
  const [first, second] = read(["", 0.9], ["月", 0.8], ["月", 0.6], ["", 0.7]).glyphs
  expect(second).toBeUndefined()
  expect(first!.at).toBe(0.5)
  expect(first!.candidates.slice(0, 2).map(({ text }) => text)).toEqual(["月", "目"])
  expect(first!.candidates.every(({ text }) => text)).toBe(true)
})

it("[O1] a space begins a word and is no glyph", () => {
  const { glyphs, starts } = read(["A", 0.9], [" ", 0.9], ["A", 0.9])
  expect(glyphs.map(({ text }) => text)).toEqual(["A", "A"])
  expect([...starts]).toEqual([0, 1])
})

it("[O1] places are those on the picture, though the steps go on beyond its end", () => {
  const steps = output(["月", 0.9], ["", 0.9])
  expect(decodePicture(steps, letters, 2).glyphs).toMatchObject([{ text: "月", at: 0.5 }])
})

it("[O1] the alphabet is as long as the model's answer, blank first and space last", () => {
  const all = readLetters()
  expect([all.length, all[0], all.at(-1)]).toEqual([6625, "", " "])
})

const page = { data: new Uint8Array(400 * 200).fill(200), width: 400, height: 200 }

for (const [what, line, glyph] of [
  ["inside the page", [100, 80, 300, 120], 40],
  ["at the page's edge", [0, 0, 400, 40], 40],
  ["of flat marks", [100, 98, 180, 102], 40],
] as [string, Box, number][])
  it(`[O2] the picture of a line ${what} has one height, paper around it and places on the page`, async () => {
    const { image, xOnPage } = await linePicture(page, line, glyph, 250)
    expect(image.height).toBe(pictureHeight)
    const [left, right] = [xOnPage(0), xOnPage(1)]
    expect(left).toBeLessThan(line[0])
    expect(right).toBeGreaterThan(line[2])
    expect((left + right) / 2).toBe((line[0] + line[2]) / 2)
    expect(image.width).toBeLessThan(pictureHeight * ((right - left) / (0.9 * glyph)))
  })

it("[O2] what lies outside the page is paper", async () => {
  const { image } = await linePicture(page, [0, 0, 400, 40], 40, 250)
  expect([image.data[0], image.data[image.data.length - 1 - image.width]]).toEqual([250, 250])
})
