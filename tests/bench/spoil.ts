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

const dimmed = (picture: Picture): Picture => ({
  ...picture,
  data: picture.data.map((value, i) => {
    const [x, y] = [(i % picture.width) / picture.width, Math.floor(i / picture.width) / picture.height]
    return value * (1 - 0.5 * (0.6 * x + 0.4 * y))
  }),
})
