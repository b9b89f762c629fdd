// A decoded picture in memory: 8 bits a sample, channels side by side, rows from the top.
import sharp, { type Sharp } from "sharp"

export interface Pixels {
  data: Uint8Array
  width: number
  height: number
  /** Grey, grey and alpha, RGB, RGB and alpha. */
  channels: 1 | 2 | 3 | 4
}

export function imageOf({ data, width, height, channels }: Pixels): Sharp {
  const image = sharp(data, { raw: { width, height, channels }, limitInputPixels: false })
  return channels < 3 ? image.toColourspace("b-w") : image
}
