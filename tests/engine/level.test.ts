import { expect, it } from "vitest"
import { level } from "../../electron/engine/image/level.ts"

const [width, height] = [480, 640]

/** Paper of 230 with ink of 40 in every fifth column and a dark picture, under a light. */
function page(light: (x: number, y: number) => number) {
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const picture = x > 300 && x < 420 && y > 100 && y < 300
      data[y * width + x] = (picture ? 90 : x % 5 ? 230 : 40) * light(x / width, y / height)
    }
  return { data, width, height }
}

it("[O3] a page in even light is left as it is", () => {
  const even = page(() => 1)
  expect(level(even)).toBe(even)
})

it("[O3] light that falls off is taken out: paper, ink and pictures are as they would be in even light", () => {
  const uneven = level(page((x, y) => 1 - 0.5 * (0.6 * x + 0.4 * y ** 2)))
  const even = page(() => 1)
  for (const [x, y] of [
    [1, 1],
    [471, 3],
    [6, 630],
    [472, 632],
    [361, 201],
    [240, 320],
  ] as const) {
    const at = y * width + x
    expect(Math.abs(uneven.data[at]! - even.data[at]!)).toBeLessThan(8)
  }
})

it("[O3] a page without paper to go by is left as it is", () => {
  const dark = { data: new Uint8Array(width * height).fill(10), width, height }
  expect(level(dark)).toBe(dark)
})
