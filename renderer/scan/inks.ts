// The colours of what is drawn on the scan, read from the style sheet, and hatchings that tell the articles apart without
// them.
import { type RefObject, useEffect, useState } from "react"
import { useSession } from "../state/session.ts"

export interface Inks {
  /** A colour for each hue. */
  hues: readonly string[]
  neutral: string
  /** The proofreader's pen. */
  pen: string
  lit: string
  paper: string
  /** Laid over the whole scan in a dark room. */
  veil: string
  /** Boxes are outlined, for eyes that need it. */
  outlined: boolean
}

const watched = ["(prefers-color-scheme: dark)", "(forced-colors: active)", "(prefers-contrast: more)"]

/** `samples` holds one element for each ink, in the order of `Inks`: the hues first. */
function readInks(samples: Element): Inks {
  const colours = [...samples.children].map((one) => getComputedStyle(one).color)
  const [neutral = "", pen = "", lit = "", paper = "", veil = ""] = colours.slice(-5)
  const outlined = watched.slice(1).some((query) => matchMedia(query).matches)
  return { hues: colours.slice(0, -5), neutral, pen, lit, paper, veil, outlined }
}

/** Read anew when the theme changes. */
export function useInks(samples: RefObject<Element | null>): Inks | null {
  const { settings } = useSession()
  const [inks, setInks] = useState<Inks | null>(null)
  useEffect(() => {
    const read = () => samples.current && setInks(readInks(samples.current))
    const queries = watched.map((query) => matchMedia(query))
    for (const query of queries) query.addEventListener("change", read)
    const stop = settings.subscribe(read)
    read()
    return () => {
      for (const query of queries) query.removeEventListener("change", read)
      stop()
    }
  }, [settings, samples])
  return inks
}

/** Strokes of each hatching within a square of eight pixels. */
const hatchings: readonly (readonly [x0: number, y0: number, x1: number, y1: number])[][] = [
  [
    [0, 8, 8, 0],
    [-1, 1, 1, -1],
    [7, 9, 9, 7],
  ],
  [
    [0, 0, 8, 8],
    [-1, 7, 1, 9],
    [7, -1, 9, 1],
  ],
  [[0, 4, 8, 4]],
  [[4, 0, 4, 8]],
  [
    [0, 4, 8, 4],
    [4, 0, 4, 8],
  ],
  [
    [0, 8, 8, 0],
    [0, 0, 8, 8],
  ],
  [[3, 4, 5, 4]],
  [
    [0, 2, 8, 2],
    [0, 6, 8, 6],
  ],
]

/** A repeating pattern of one hue; sharp on dense screens. */
export function hatching(context: CanvasRenderingContext2D, hue: number, colour: string, density: number) {
  const tile = new OffscreenCanvas(Math.round(8 * density), Math.round(8 * density))
  const pen = tile.getContext("2d") as OffscreenCanvasRenderingContext2D
  pen.scale(tile.width / 8, tile.height / 8)
  pen.strokeStyle = colour
  pen.lineWidth = 1
  pen.beginPath()
  for (const [x0, y0, x1, y1] of hatchings[hue % hatchings.length] ?? []) {
    pen.moveTo(x0, y0)
    pen.lineTo(x1, y1)
  }
  pen.stroke()
  const pattern = context.createPattern(tile, "repeat")
  pattern?.setTransform(new DOMMatrix([8 / tile.width, 0, 0, 8 / tile.height, 0, 0]))
  return pattern
}
