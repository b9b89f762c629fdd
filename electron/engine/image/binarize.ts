// Ink or paper, decided pixel by pixel from its surroundings (Sauvola), so that stains and shadows do not matter.
// Only the analysis looks at this; the reading engine always gets grey.
import type { Bitmap, Grey } from "./grey.ts"

const usualContrast = 0.25
const fullDeviation = 128

/**
 * `radius` is half the window: about one and a half body glyphs. `contrast` is Sauvola's k, the part of the mean by which ink is
 * darker where the surroundings are even. Column sums slide down the page, row sums along it.
 */
export function binarize(grey: Grey, radius: number, contrast = usualContrast): Bitmap {
  const { data, width, height } = grey
  const out = new Uint8Array(width * height)
  const sums = new Float64Array(width)
  const squares = new Float64Array(width)
  const addRow = (y: number, sign: number) => {
    for (let x = 0, i = y * width; x < width; x++, i++) {
      const v = data[i]!
      sums[x]! += sign * v
      squares[x]! += sign * v * v
    }
  }
  for (let y = 0; y < Math.min(radius, height); y++) addRow(y, 1)
  for (let y = 0; y < height; y++) {
    if (y + radius < height) addRow(y + radius, 1)
    if (y - radius - 1 >= 0) addRow(y - radius - 1, -1)
    const rows = Math.min(y + radius, height - 1) - Math.max(y - radius, 0) + 1
    thresholdRow(data, out, y * width, width, radius, rows, sums, squares, contrast)
  }
  return { data: out, width, height }
}

function thresholdRow(
  data: Uint8Array,
  out: Uint8Array,
  start: number,
  width: number,
  radius: number,
  rows: number,
  sums: Float64Array,
  squares: Float64Array,
  contrast: number,
) {
  let sum = 0
  let square = 0
  for (let x = 0; x < Math.min(radius, width); x++) {
    sum += sums[x]!
    square += squares[x]!
  }
  for (let x = 0; x < width; x++) {
    if (x + radius < width) {
      sum += sums[x + radius]!
      square += squares[x + radius]!
    }
    if (x - radius - 1 >= 0) {
      sum -= sums[x - radius - 1]!
      square -= squares[x - radius - 1]!
    }
    const count = rows * (Math.min(x + radius, width - 1) - Math.max(x - radius, 0) + 1)
    const mean = sum / count
    const deviation = Math.sqrt(Math.max(0, square / count - mean * mean))
    if (data[start + x]! < mean * (1 + contrast * (deviation / fullDeviation - 1))) out[start + x] = 1
  }
}
