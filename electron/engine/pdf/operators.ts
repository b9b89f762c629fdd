// What the operators of a page put where: every glyph with its box, every image with its place. They are followed as
// ISO 32000-1, 9.4.4 tells, by the names pdf.js gives them.
import type { Box } from "../../../shared/geometry/box.ts"
import { identity, type Matrix, matrixOf, moved, times } from "./matrix.ts"

/** Where text runs to on the page as it is shown. */
export type Heading = "right" | "down" | "left" | "up"

export interface PdfGlyph {
  text: string
  /** As wide as it goes forward, as high as the ink of Han glyphs. In pixels of the picture. */
  box: Box
  /** Pixels. */
  em: number
  heading: Heading
  /** Upright glyphs one below the other. */
  vertical: boolean
  /** Drawn, not only there to be searched. */
  visible: boolean
}

export interface PdfImage {
  /** Name under which the decoded image lies in the page's objects; null where it is in the operator itself. */
  name: string | null
  /** A stencil, drawn in the colour of text. */
  isMask: boolean
  width: number
  height: number
  /** From the unit square, in which an image stands upright with y upwards, to pixels. */
  place: Matrix
}

export interface Font {
  vertical: boolean
  fontMatrix: unknown
}

export interface Operators {
  fnArray: ArrayLike<number>
  argsArray: ArrayLike<unknown>
}

export interface OnPage {
  glyphs: PdfGlyph[]
  images: PdfImage[]
}

interface State {
  ctm: Matrix
  font: Font | null
  size: number
  charSpacing: number
  wordSpacing: number
  scale: number
  rise: number
  leading: number
  mode: number
}

interface RawGlyph {
  unicode: string
  width: number
  isSpace: boolean
  vmetric?: [number, number, number]
}

/** How far the ink of Han glyphs reaches above and below the base line, in ems. */
const ascent = 0.84
const descent = 0.08
const unseen = new Set([3, 7])

/** `view` takes points of the page to pixels; `fontOf` knows the fonts by their names. */
export function follow(
  { fnArray, argsArray }: Operators,
  ops: Record<string, number>,
  view: Matrix,
  fontOf: (name: string) => Font | null,
): OnPage {
  const tracer = new Tracer(view, fontOf)
  const names = new Map(Object.entries(ops).map(([name, code]) => [code, name]))
  for (let i = 0; i < fnArray.length; i++) {
    const act = tracer.acts[names.get(fnArray[i]!) ?? ""]
    act?.((argsArray[i] as unknown[] | null) ?? [])
  }
  return tracer.page
}

type Act = (args: unknown[]) => void
const value = (args: unknown[], i = 0): number => Number(args[i]) || 0

class Tracer {
  readonly page: OnPage = { glyphs: [], images: [] }
  private readonly fontOf: (name: string) => Font | null
  private state: State
  private readonly saved: State[] = []
  private text: Matrix = identity
  /** Of the pen and of the line's beginning, in text space. */
  private pen = { x: 0, y: 0 }
  private line = { x: 0, y: 0 }

  constructor(view: Matrix, fontOf: (name: string) => Font | null) {
    this.fontOf = fontOf
    const zero = { font: null, size: 0, charSpacing: 0, wordSpacing: 0, scale: 1, rise: 0, leading: 0, mode: 0 }
    this.state = { ctm: view, ...zero }
  }

  readonly acts: Record<string, Act> = {
    save: () => void this.saved.push({ ...this.state }),
    restore: () => this.restore(),
    transform: (args) => this.transform(args),
    paintFormXObjectBegin: ([matrix]) => {
      this.saved.push({ ...this.state })
      if (matrix) this.transform(matrix as number[])
    },
    paintFormXObjectEnd: () => this.restore(),
    beginGroup: ([group]) => {
      this.saved.push({ ...this.state })
      const { matrix } = (group ?? {}) as { matrix?: number[] }
      if (matrix) this.transform(matrix)
    },
    endGroup: () => this.restore(),
    beginText: () => this.place(identity),
    setTextMatrix: ([matrix]) => this.place(matrixOf(matrix)),
    moveText: (args) => this.move(value(args), value(args, 1)),
    setLeadingMoveText: (args) => {
      this.state.leading = value(args, 1)
      this.move(value(args), value(args, 1))
    },
    nextLine: () => this.move(0, this.state.leading),
    setLeading: (args) => void (this.state.leading = -value(args)),
    setFont: (args) => this.setFont(args),
    setGState: ([entries]) => {
      for (const [key, font] of (entries ?? []) as [string, unknown[]][]) if (key === "Font") this.setFont(font)
    },
    setCharSpacing: (args) => void (this.state.charSpacing = value(args)),
    setWordSpacing: (args) => void (this.state.wordSpacing = value(args)),
    setHScale: (args) => void (this.state.scale = value(args) / 100),
    setTextRise: (args) => void (this.state.rise = value(args)),
    setTextRenderingMode: (args) => void (this.state.mode = value(args)),
    showText: ([glyphs]) => this.show((glyphs ?? []) as (RawGlyph | number)[]),
    paintImageXObject: ([name, width, height]) =>
      this.image(String(name), false, { width: Number(width), height: Number(height) }),
    paintInlineImageXObject: ([image]) => this.image(null, false, image as { width: number; height: number }),
    paintImageMaskXObject: ([image]) => {
      const { data, ...size } = image as { data: unknown; width: number; height: number }
      this.image(typeof data === "string" ? data : null, true, size)
    },
  }

  private restore() {
    this.state = this.saved.pop() ?? this.state
  }

  private transform(matrix: unknown) {
    this.state.ctm = times(this.state.ctm, matrixOf(matrix))
  }

  private place(matrix: Matrix) {
    this.text = matrix
    this.pen = { x: 0, y: 0 }
    this.line = { x: 0, y: 0 }
  }

  private move(x: number, y: number) {
    this.line = { x: this.line.x + x, y: this.line.y + y }
    this.pen = { ...this.line }
  }

  private setFont([name, size]: unknown[]) {
    this.state.font = this.fontOf(String(name))
    this.state.size = Number(size) || 0
  }

  private image(name: string | null, isMask: boolean, { width, height }: { width: number; height: number }) {
    this.page.images.push({ name, isMask, width, height, place: this.state.ctm })
  }

  private show(glyphs: (RawGlyph | number)[]) {
    const { font, size, charSpacing, wordSpacing, scale } = this.state
    if (!font || !size) return
    const unit = size * matrixOf(font.fontMatrix ?? [0.001])[0]
    for (const glyph of glyphs) {
      if (typeof glyph === "number") {
        if (font.vertical) this.pen.y -= (glyph * size) / 1000
        else this.pen.x -= ((glyph * size) / 1000) * scale
        continue
      }
      const spacing = charSpacing + (glyph.isSpace ? wordSpacing : 0)
      const forward = font.vertical ? (glyph.vmetric?.[0] ?? -1000) * unit : glyph.width * unit
      this.put(glyph, forward)
      if (font.vertical) this.pen.y += forward + spacing
      else this.pen.x += (forward + spacing) * scale
    }
  }

  /** A glyph at the pen, `forward` units wide or, set vertically, high. */
  private put({ unicode }: RawGlyph, forward: number) {
    const { ctm, font, size, scale, rise, mode } = this.state
    const vertical = font?.vertical ?? false
    const { x, y } = this.pen
    const cell: Box = vertical
      ? [x - (size / 2) * scale, y + forward, x + (size / 2) * scale, y]
      : [x, y + rise - descent * size, x + forward * scale, y + rise + ascent * size]
    const toPixels = times(ctm, this.text)
    const chars = [...unicode]
    const em = Math.abs(size) * Math.hypot(toPixels[2], toPixels[3])
    const heading = headingOf(toPixels, vertical, size * scale < 0)
    chars.forEach((text, i) => {
      const box = moved(toPixels, share(cell, i, chars.length, vertical))
      this.page.glyphs.push({ text, box, em, heading, vertical, visible: !unseen.has(mode) })
    })
  }
}

/** Several characters drawn as one glyph stand side by side in it. */
function share([x0, y0, x1, y1]: Box, i: number, of: number, vertical: boolean): Box {
  if (vertical) return [x0, y1 + ((y0 - y1) * (i + 1)) / of, x1, y1 + ((y0 - y1) * i) / of]
  return [x0 + ((x1 - x0) * i) / of, y0, x0 + ((x1 - x0) * (i + 1)) / of, y1]
}

function headingOf(m: Matrix, vertical: boolean, backwards: boolean): Heading {
  const sign = backwards ? -1 : 1
  const [dx, dy] = vertical ? [-m[2] * sign, -m[3] * sign] : [m[0] * sign, m[1] * sign]
  if (Math.abs(dx) >= Math.abs(dy)) return dx >= 0 ? "right" : "left"
  return dy >= 0 ? "down" : "up"
}
