// Faint print on grey paper made as dark as print usually is: what tells ink from paper reckons with that.
import { type Grey, paperOf } from "./grey.ts"

/** Clearly darker than the paper: ink, its edges and pictures. */
const darker = 0.85
/** Of what is darker so much is darker still: full strokes, not their edges. */
const full = 0.25
const fewest = 100
const usualInk = 40
/** Print darker than this share of the paper is left as it is; measured: 0.3 on decent scans, 0.45 on photographs. */
const faintFrom = 0.55

/** The same page if its print is dark enough. */
export function deepened(page: Grey): Grey {
  const counts = new Uint32Array(256)
  const step = Math.max(1, Math.floor(page.data.length / 2_000_000))
  for (let i = 0; i < page.data.length; i += step) counts[page.data[i]!]!++
  const paper = paperOf(page)
  const dark = counts.subarray(0, Math.round(darker * paper))
  const least = full * dark.reduce((sum, count) => sum + count, 0)
  let ink = 0
  for (let seen = counts[0]!; ink < paper && seen < least; ) seen += counts[++ink]!
  if (ink < faintFrom * paper || least < fewest) return page
  const scale = (paper - usualInk) / (paper - ink)
  const table = Uint8Array.from({ length: 256 }, (_, v) => Math.min(255, Math.max(0, paper + (v - paper) * scale)))
  return { ...page, data: page.data.map((value) => table[value]!) }
}
