// What it costs to put a page of 10,000 characters together: the median of 20 warm runs of arrange and compose, and how
// often the same recognition could have been written and read as JSON ten times meanwhile, for machines differ.
import { wordList } from "../../electron/engine/words.ts"
import { compose } from "../../shared/document/compose.ts"
import { arrange } from "../../shared/layout/arrange.ts"
import type { Recognition } from "../../shared/model/recognition.ts"
import { makePage } from "../fixtures/press/page.ts"
import { type Random, randomFrom } from "../fixtures/press/random.ts"
import { rawReading } from "../fixtures/press/rawtext.ts"
import { readingOf } from "../fixtures/press/truth.ts"
import { openCity } from "../fixtures/stories/open-city.ts"
import { openHans } from "../fixtures/stories/open-hans.ts"
import type { Story } from "../fixtures/stories/story.ts"

const characters = 10_000
const runs = 20

const lengthOf = (story: Story): number => story.body.reduce((sum, block) => sum + block.text.length, 0)

/** Stories until there are as many characters, some of them twice. */
function enough(random: Random): Story[] {
  const out: Story[] = []
  const all = random.shuffled([...openHans, ...openCity])
  for (let i = 0, sum = 0; sum < characters; i++) {
    const story = all[i % all.length] as Story
    out.push({ ...story, id: `${story.id}-${i}` })
    sum += lengthOf(story)
  }
  return out
}

function median(work: () => void): number {
  for (let i = 0; i < 5; i++) work()
  const times = Array.from({ length: runs }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return times.sort((a, b) => a - b)[runs >> 1] ?? 0
}

export async function benchCost(): Promise<void> {
  const words = await wordList()
  const random = randomFrom(10)
  const page = makePage({ stories: enough(random), oddments: [], direction: "horizontal", seed: 10 })
  const readings: Record<string, Recognition> = { text: rawReading(page, random), boxes: readingOf(page, random) }
  const rows = Object.entries(readings).map(([input, reading]) => {
    const cost = median(() => compose(reading, arrange(reading, words)))
    const arranging = median(() => arrange(reading, words))
    const json = median(() => {
      for (let i = 0; i < 10; i++) JSON.parse(JSON.stringify(reading))
    })
    return {
      input,
      characters: reading.lines.reduce((sum, line) => sum + line.text.length, 0),
      lines: reading.lines.length,
      ms: cost.toFixed(0),
      "of these arrange": arranging.toFixed(0),
      "JSON ten times, ms": json.toFixed(0),
      "times JSON": (cost / json).toFixed(1),
    }
  })
  console.table(rows)
}
