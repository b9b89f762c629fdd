import { expect, it } from "vitest"
import { analyse } from "../../electron/engine/image/analyse.ts"
import { type Grey, resize } from "../../electron/engine/image/grey.ts"
import { settingOf } from "../../electron/engine/setting.ts"
import type { Box } from "../../shared/geometry/box.ts"

const paper = 242

function sheet(width: number, height: number): Grey {
  return { data: new Uint8Array(width * height).fill(paper), width, height }
}

const fill = ({ data, width }: Grey, [x0, y0, x1, y1]: Box, value: number) => {
  for (let y = y0; y < y1; y++) data.fill(value, y * width + x0, y * width + x1)
}

/** A square with a cross in it, like 田: its level strokes are heavier than its upright ones. */
function glyph(page: Grey, x: number, y: number, size: number, ink = 40) {
  const [heavy, fine] = [Math.round(size / 10), Math.round(size / 20)]
  for (const at of [0, 0.5, 1]) {
    const [left, top] = [x + Math.round(at * (size - fine)), y + Math.round(at * (size - heavy))]
    fill(page, [left, y, left + fine, y + size], ink)
    fill(page, [x, top, x + size, top + heavy], ink)
  }
}

function row(page: Grey, x: number, y: number, count: number, size: number) {
  for (let i = 0; i < count; i++) glyph(page, x + Math.round(i * size * 1.2), y, size)
}

it("[O95] small faint print is found line by line and column by column", async () => {
  const large = sheet(2400, 1600)
  for (let line = 0; line < 20; line++) for (const x of [80, 880, 1680]) row(large, x, 80 + line * 64, 14, 40)
  const small = await resize(large, 0.25)
  const { blocks } = await analyse({ ...small, data: small.data.map((value) => 0.55 * value + 0.45 * paper) })
  expect(blocks.map(({ lines }) => lines.length)).toEqual([20, 20, 20])
  for (const { glyph, lines } of blocks) {
    expect(Math.abs(glyph - 10)).toBeLessThanOrEqual(1)
    for (const [x0, y0, x1, y1] of lines) expect([Math.abs(x1 - x0 - 166) < 5, y1 - y0 < 14]).toEqual([true, true])
  }
})

it("[O96] titles of two sizes side by side are two lines, without the text under the smaller one", async () => {
  const page = sheet(900, 700)
  row(page, 40, 60, 8, 36)
  row(page, 420, 60, 5, 72)
  for (let line = 0; line < 12; line++)
    for (const x of [40, 480]) row(page, x, 104 + (x > 40 ? 60 : 0) + line * 32, 15, 20)
  const { blocks } = await analyse(page)
  const sizes = blocks.map(({ glyph, lines }) => [Math.round(glyph / 4) * 4, lines.length])
  expect(sizes.toSorted((a, b) => a[0]! - b[0]! || a[1]! - b[1]!)).toEqual([
    [20, 12],
    [20, 12],
    [36, 1],
    [72, 1],
  ])
})

it("[O98] what seems to run down is read as rows where no columns are found", async () => {
  const page = sheet(900, 1200)
  for (let line = 0; line < 20; line++) row(page, 40, 40 + line * 32, 30, 20)
  for (let k = 0; k < 3; k++) glyph(page, 840, 40 + k * 24, 20)
  const bars: Box = [40, 760, 340, 1160]
  for (let x = bars[0]; x < bars[2]; x += 30) fill(page, [x, bars[1], x + 14, bars[3]], 40)
  const printed = await analyse(page)
  const rows = { box: bars, lines: [bars, bars], glyph: 20 }
  const blocks = [...printed.blocks, rows]
  const { across } = await settingOf(page, { ...printed, blocks }, "auto")
  expect(across).toContain(rows)
})
