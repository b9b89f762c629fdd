// Faint print on grey paper made as dark as print usually is: what tells ink from paper reckons with that.
import { type Grey, paperOf } from "./grey.ts"

/** So much of a page at least is ink. */
const inkShare = 0.02
const usualInk = 40
/** Print darker than this is left as it is. */
const faintFrom = 90

/** The same page if its print is dark enough. */
export function deepened(page: Grey): Grey {
  const counts = new Uint32Array(256)
  const step = Math.max(1, Math.floor(page.data.length / 2_000_000))
  for (let i = 0; i < page.data.length; i += step) counts[page.data[i]!]!++
  let ink = 0
  for (let seen = counts[0]!; ink < 255 && seen < (inkShare * page.data.length) / step; ) seen += counts[++ink]!
  const paper = paperOf(page)
  if (ink < faintFrom || ink > 0.9 * paper) return page
  const scale = (paper - usualInk) / (paper - ink)
  const table = Uint8Array.from({ length: 256 }, (_, v) => Math.min(255, Math.max(0, paper + (v - paper) * scale)))
  return { ...page, data: page.data.map((value) => table[value]!) }
}
