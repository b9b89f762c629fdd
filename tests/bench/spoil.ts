// Decent scans made worse: as a coarse scanner or a telephone held by hand would have taken them. The same noise every time.
import sharp, { type Sharp } from "sharp"

interface Picture {
  data: Uint8Array
  width: number
  height: number
}

async function pixels(image: Sharp): Promise<Picture> {
  const { data, info } = await image.toColourspace("b-w").raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

const save = ({ data, width, height }: Picture, file: string) =>
  sharp(data, { raw: { width, height, channels: 1 } })
    .jpeg({ quality: 75 })
    .toFile(file)

function noisy(picture: Picture, strength: number): Picture {
  let state = 1
  const random = () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
  const noise = () => strength * (random() + random() + random() + random() - 2)
  return { ...picture, data: picture.data.map((value) => Math.min(255, Math.max(0, value + noise()))) }
}

/** At two thirds of the resolution, soft and noisy. */
export async function reduced(file: string, out: string): Promise<void> {
  const { width = 0 } = await sharp(file).metadata()
  const small = sharp(file)
    .resize(Math.round((width * 2) / 3))
    .blur(0.7)
  await save(noisy(await pixels(small), 14), out)
}

/** At two thirds of the resolution, turned by 1.2°, under light that falls off, the back of the sheet shining through. */
export async function coarse(file: string, out: string): Promise<void> {
  const { width = 0 } = await sharp(file).metadata()
  const small = sharp(file)
    .resize(Math.round((width * 2) / 3))
    .flatten({ background: "#fff" })
  const back = await small
    .clone()
    .flop()
    .blur(1.5)
    .linear(0.16, 0.84 * 255)
    .toBuffer()
  const both = await small.composite([{ input: back, blend: "multiply" }]).toBuffer()
  const turned = sharp(both).rotate(1.2, { background: "#fff" }).blur(0.6)
  await save(noisy(dimmed(await pixels(turned.linear(0.86, 24)), 0.3), 12), out)
}

/** As a page is put on the web: its body type `em` pixels high instead of `from`. */
export async function shrunk(file: string, out: string, em: number, from: number): Promise<void> {
  const { width = 0 } = await sharp(file).metadata()
  await sharp(file)
    .flatten({ background: "#fff" })
    .resize(Math.round((width * em) / from))
    .linear(0.8, 38)
    .jpeg({ quality: 80 })
    .toFile(out)
}

/** Seen aslant and a little bent, in light that falls off to half. */
export async function photographed(file: string, out: string): Promise<void> {
  const { width = 0 } = await sharp(file).metadata()
  const small = await pixels(
    sharp(file)
      .resize(Math.round(width * 0.8))
      .blur(0.8),
  )
  await save(noisy(dimmed(bent(small)), 12), out)
}

function bent({ data, width, height }: Picture): Picture {
  const out = new Uint8Array(data.length).fill(230)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [u, v] = [x / width - 0.5, y / height - 0.5]
      const depth = 1 + 0.05 * v + 0.025 * u
      const fromX = (0.97 * u * depth + 0.5 + 0.004 * Math.sin(6 * v)) * width
      const fromY = (0.97 * v * depth + 0.5 + 0.0125 * u * u) * height
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)]
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue
      const at = top * width + left
      const [dx, dy] = [fromX - left, fromY - top]
      const above = data[at]! * (1 - dx) + data[at + 1]! * dx
      const below = data[at + width]! * (1 - dx) + data[at + width + 1]! * dx
      out[y * width + x] = above * (1 - dy) + below * dy
    }
  return { data: out, width, height }
}

const dimmed = (picture: Picture, most = 0.5): Picture => ({
  ...picture,
  data: picture.data.map((value, i) => {
    const [x, y] = [(i % picture.width) / picture.width, Math.floor(i / picture.width) / picture.height]
    return value * (1 - most * (0.6 * x + 0.4 * y))
  }),
})
