// Draws what lies over the scan on one canvas: only what is in view, in the colours of the style sheet.
import type { Box } from "../../shared/geometry/box.ts"
import type { LineId } from "../../shared/model/recognition.ts"
import type { Caret } from "../state/link.ts"
import { type Frame, type Size, visible } from "./frame.ts"
import { hatching, type Inks } from "./inks.ts"
import { type Division, glyphBox, type Scene } from "./scene.ts"

export interface Marks {
  scene: Scene
  division: Division
  /** Whether boxes, numbers and doubts are drawn, or only the caret and the pointer's line. */
  showLines: boolean
  caret: Caret
  hover: LineId | null
  /** What is to be read again. */
  region: readonly Box[]
}

/** From the scan's pixels to the pane's. */
type Place = (box: Box) => readonly [x: number, y: number, width: number, height: number]

/** Screen pixels of a glyph from which on its doubt is shown. */
const suspectSize = 9

export interface Painter {
  paint(frame: Frame, pane: Size, marks: Marks | null): void
}

export function makePainter(canvas: HTMLCanvasElement, inks: Inks, scan: Size): Painter {
  const context = canvas.getContext("2d") as CanvasRenderingContext2D
  let density = 0
  let patterns: Patterns = []
  return {
    paint(frame, pane, marks) {
      if (density !== window.devicePixelRatio) {
        density = window.devicePixelRatio
        patterns = inks.hues.map((colour, hue) => hatching(context, hue, colour, density))
      }
      const [width, height] = [Math.round(pane.width * density), Math.round(pane.height * density)]
      if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
      context.setTransform(1, 0, 0, 1, 0, 0)
      context.clearRect(0, 0, width, height)
      const view = visible(frame, pane)
      // The origin is the scan's, so that hatchings move with it.
      context.setTransform(density, 0, 0, density, -view[0] * frame.scale * density, -view[1] * frame.scale * density)
      const place: Place = ([x0, y0, x1, y1]) => [
        x0 * frame.scale,
        y0 * frame.scale,
        (x1 - x0) * frame.scale,
        (y1 - y0) * frame.scale,
      ]
      context.fillStyle = inks.veil
      context.fillRect(...place([0, 0, scan.width, scan.height]))
      if (!marks) return
      const seen = marks.scene.grid.near(view)
      if (marks.showLines) {
        paintLines(context, inks, patterns, marks, seen, place)
        paintSuspects(context, inks, marks, seen, frame.scale)
      }
      paintLink(context, inks, marks, place)
      paintRegion(context, inks, marks.region, place)
      if (marks.showLines) paintNumbers(context, inks, marks.division, place)
    },
  }
}

type Patterns = readonly (CanvasPattern | null)[]

function paintLines(
  context: CanvasRenderingContext2D,
  inks: Inks,
  patterns: Patterns,
  { scene, division }: Marks,
  seen: readonly number[],
  place: Place,
): void {
  const byHue: number[][] = [[], ...inks.hues.map(() => [])]
  for (const number of seen) byHue[(division.hues[number] ?? -1) + 1]?.push(number)
  const fill = (numbers: readonly number[], style: string | CanvasPattern, alpha: number) => {
    context.fillStyle = style
    context.globalAlpha = alpha
    for (const number of numbers) context.fillRect(...place(scene.lines[number]?.box as Box))
  }
  byHue.forEach((numbers, index) => {
    const colour = inks.hues[index - 1] ?? inks.neutral
    fill(numbers, colour, index === 0 ? 0.09 : 0.15)
    const pattern = patterns[index - 1]
    if (pattern) fill(numbers, pattern, 0.2)
    if (!inks.outlined) return
    context.globalAlpha = 1
    context.strokeStyle = colour
    context.lineWidth = 1.5
    for (const number of numbers) context.strokeRect(...place(scene.lines[number]?.box as Box))
  })
  context.globalAlpha = 1
}

/** A thin line of the pen under each glyph that was read with a doubt, or beside it where lines run down. */
function paintSuspects(
  context: CanvasRenderingContext2D,
  inks: Inks,
  { scene, division }: Marks,
  seen: readonly number[],
  scale: number,
): void {
  context.fillStyle = inks.pen
  for (const number of seen) {
    const vertical = scene.lines[number]?.line.direction === "vertical"
    for (const [x0, y0, x1, y1] of division.suspects[number] ?? []) {
      if (Math.max(x1 - x0, y1 - y0) * scale < suspectSize) continue
      if (vertical) context.fillRect(x1 * scale + 1, y0 * scale, 1.5, (y1 - y0) * scale)
      else context.fillRect(x0 * scale, y1 * scale + 1, (x1 - x0) * scale, 1.5)
    }
  }
}

/** What the caret and the pointer are on. */
function paintLink(context: CanvasRenderingContext2D, inks: Inks, { scene, caret, hover }: Marks, place: Place): void {
  const box = (id: LineId | null) => (id === null ? undefined : scene.byId.get(id)?.box)
  const fill = (id: LineId | null, alpha: number) => {
    const there = box(id)
    if (!there) return
    context.globalAlpha = alpha
    context.fillRect(...place(there))
  }
  context.fillStyle = inks.lit
  for (const id of caret.block) fill(id, 0.16)
  fill(hover, 0.24)
  context.globalAlpha = 1
  context.strokeStyle = inks.pen
  const line = caret.line === null ? undefined : scene.byId.get(caret.line)
  if (!line) return
  context.lineWidth = 1
  const [x, y, width, height] = place(line.box)
  context.strokeRect(x - 2.5, y - 2.5, width + 5, height + 5)
  const glyph = glyphBox(line.line, caret.glyph)
  if (!glyph) return
  context.lineWidth = 2
  context.strokeRect(...place(glyph))
}

function paintRegion(context: CanvasRenderingContext2D, inks: Inks, region: readonly Box[], place: Place): void {
  context.strokeStyle = inks.pen
  context.lineWidth = 2
  context.setLineDash([6, 4])
  for (const box of region) context.strokeRect(...place(box))
  context.setLineDash([])
}

/** The number of each article at its first line. */
function paintNumbers(context: CanvasRenderingContext2D, inks: Inks, { numbers }: Division, place: Place): void {
  context.font = "600 11px system-ui, sans-serif"
  context.textAlign = "center"
  context.textBaseline = "middle"
  for (const { number, box } of numbers) {
    const [left, top] = place(box)
    const [x, y] = [Math.max(10, left - 12), top + 4]
    context.fillStyle = inks.hues[(number - 1) % inks.hues.length] ?? inks.neutral
    context.beginPath()
    context.arc(x, y, 9, 0, Math.PI * 2)
    context.fill()
    context.lineWidth = 1.5
    context.strokeStyle = inks.paper
    context.stroke()
    context.fillStyle = inks.paper
    context.fillText(String(number), x, y + 0.5)
  }
}
