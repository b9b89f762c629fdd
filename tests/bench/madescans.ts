// Made-up pages full of seldom met names, drawn and scanned in four ways; small pictures are in colour. The same seed makes the same pictures.
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import sharp from "sharp"
import { scanPage } from "../fixtures/pages/scan.ts"
import { drawPage, type Faces } from "../fixtures/press/draw.ts"
import { makePage } from "../fixtures/press/page.ts"
import type { PrintedPage } from "../fixtures/press/printed.ts"
import { type Random, randomFrom } from "../fixtures/press/random.ts"
import { peopled } from "../fixtures/press/rarenames.ts"
import type { Story } from "../fixtures/stories/story.ts"
import { coarse, photographed, shrunk } from "./spoil.ts"

export const ways = ["decent", "coarse", "photographed", "small"] as const
export type Way = (typeof ways)[number]

const serif = ["Noto Serif CJK SC", "Noto Serif CJK SC", "AR PL UMing CN"]
const sans = ["Noto Sans CJK SC", "WenQuanYi Zen Hei", "WenQuanYi Micro Hei"]

const drawFaces = (random: Random): Faces => ({
  body: random.pick([...serif, ...serif, "Noto Sans CJK SC"]),
  titles: random.pick([...sans, "Noto Serif CJK SC"]),
  small: random.pick([...sans, "AR PL UKai CN"]),
  condensed: random.pick([1, 1, 0.85, 0.72]),
})

export interface MadeScan {
  file: string
  printed: string[]
}

/** One page of three of the stories, scanned; the picture lies in `folder`. */
export async function makeScan(stories: Story[], way: Way, seed: number, folder: string): Promise<MadeScan> {
  const random = randomFrom(seed)
  const page = makePage({
    stories: random
      .shuffled(stories)
      .slice(0, 3)
      .map((story) => peopled(story, random)),
    oddments: [],
    direction: "horizontal",
    seed,
  })
  const [drawn, file] = [join(folder, "drawn.png"), join(folder, `${way}-${seed}.jpg`)]
  writeFileSync(drawn, drawPage(page, drawFaces(random), way === "small" ? randomFrom(seed) : null))
  if (way === "decent") writeFileSync(file, (await scanPage(readFileSync(drawn), random.between(-0.5, 0.5), seed)).jpeg)
  else if (way === "coarse") await coarse(drawn, file)
  else if (way === "photographed") await photographed(await onTable(drawn, folder), file)
  else await shrunk(drawn, file, random.between(10, 13), bodySize(page))
  return { file, printed: page.lines.map(({ text }) => text) }
}

/** A page seen aslant needs room around it, or its edges are lost. */
async function onTable(drawn: string, folder: string): Promise<string> {
  const wide = join(folder, "wide.png")
  const room = { top: 100, bottom: 100, left: 150, right: 150 }
  await sharp(drawn)
    .extend({ ...room, background: "#fff" })
    .toFile(wide)
  return wide
}

const bodySize = (page: PrintedPage): number => page.lines.find(({ role }) => role === "body")?.size ?? 38
