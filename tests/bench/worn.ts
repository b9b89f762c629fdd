// A printed page as paper of the thirties: ink that did not take everywhere, grey and stained paper, soft edges.
import sharp from "sharp"
import { randomFrom } from "../fixtures/press/random.ts"

const cell = 24

/** Smooth noise from 0 to 1 over a page, by bilinear interpolation between random values `cell` pixels apart. */
function smooth(width: number, height: number, random: () => number): (x: number, y: number) => number {
  const across = Math.ceil(width / cell) + 2
  const values = Array.from({ length: across * (Math.ceil(height / cell) + 2) }, random)
  return (x, y) => {
    const [u, v] = [x / cell, y / cell]
    const [i, j] = [Math.floor(u), Math.floor(v)]
    const [du, dv] = [u - i, v - j]
    const at = (row: number, column: number) => values[(j + row) * across + i + column]!
    return (at(0, 0) * (1 - du) + at(0, 1) * du) * (1 - dv) + (at(1, 0) * (1 - du) + at(1, 1) * du) * dv
  }
}

export async function worn(png: Buffer, seed: number): Promise<Buffer> {
  const { data, info } = await sharp(png)
    .flatten({ background: "#fff" })
    .greyscale()
    .toColourspace("b-w")
    .blur(0.9)
    .raw()
    .toBuffer({ resolveWithObject: true })
  const random = randomFrom(seed)
  const wear = smooth(info.width, info.height, random.next)
  const out = Buffer.alloc(info.width * info.height)
  for (let y = 0, i = 0; y < info.height; y++)
    for (let x = 0; x < info.width; x++, i++) {
      const ink = 1 - data[i * info.channels]! / 255
      const taken = Math.min(1, 1.35 - 0.6 * wear(x, y) - (random.chance(0.06) ? 0.5 : 0))
      const stain = 18 * Math.sin(x / 700 + 1) * Math.cos(y / 900)
      out[i] = Math.max(0, Math.min(255, 196 + stain - 105 * ink * taken + random.between(-16, 16)))
    }
  return sharp(out, { raw: { width: info.width, height: info.height, channels: 1 } })
    .png()
    .toBuffer()
}
