// An 8-bit grey picture in memory, one byte a pixel, rows from the top; 0 is black.
import sharp, { type Sharp } from "sharp"

export interface Grey {
  data: Uint8Array
  width: number
  height: number
}

/** One byte a pixel: 1 is ink, 0 is paper. */
export interface Bitmap {
  data: Uint8Array
  width: number
  height: number
}

const raw = (grey: Grey) =>
  sharp(grey.data, { raw: { width: grey.width, height: grey.height, channels: 1 }, limitInputPixels: false })

async function finish(image: Sharp): Promise<Grey> {
  const { data, info } = await image.toColourspace("b-w").raw({ depth: "uchar" }).toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** The same picture at another size. */
export const resize = (grey: Grey, factor: number): Promise<Grey> =>
  resizeTo(grey, Math.max(1, Math.round(grey.width * factor)), Math.max(1, Math.round(grey.height * factor)))

export const resizeTo = (grey: Grey, width: number, height: number): Promise<Grey> =>
  finish(raw(grey).resize(width, height, { fit: "fill", kernel: height < grey.height ? "lanczos3" : "cubic" }))

/** Turned about its middle, clockwise for a positive angle, on a sheet large enough for all of it and filled with `paper`. */
export function turn(grey: Grey, degrees: number, paper: number): Promise<Grey> {
  const angle = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const background = { r: paper, g: paper, b: paper }
  return finish(raw(grey).affine([cos, -sin, sin, cos], { background, interpolator: "bicubic" }))
}

/** The commonest light value: the colour of the paper. */
export function paperOf(grey: Grey): number {
  const counts = new Uint32Array(256)
  const step = Math.max(1, Math.floor(grey.data.length / 2_000_000))
  for (let i = 0; i < grey.data.length; i += step) counts[grey.data[i]!]!++
  let best = 255
  for (let v = 255; v >= 128; v--) if (counts[v]! > counts[best]!) best = v
  return best
}
