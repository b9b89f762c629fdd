// How made-up pages are put together: stories set by many papers' habits, drawn anew by a fresh seed each time, as text
// without boxes, as lines with boxes without fault, and with characters misread. Some of the stories are held back from
// those who write the rules. Prints tables; asserts nothing.

import { wordList } from "../../electron/engine/words.ts"
import { compose } from "../../shared/document/compose.ts"
import { type Evaluation, evaluate, pooled, type Tally } from "../../shared/eval/evaluate.ts"
import { riskCoverage } from "../../shared/eval/risk.ts"
import type { JudgedSeam } from "../../shared/eval/seams.ts"
import { toArticles } from "../../shared/export/articles.ts"
import { arrange } from "../../shared/layout/arrange.ts"
import type { Words } from "../../shared/text/words.ts"
import { makePage } from "../fixtures/press/page.ts"
import { type Random, randomFrom } from "../fixtures/press/random.ts"
import { rawReading } from "../fixtures/press/rawtext.ts"
import { readingOf, truthOf } from "../fixtures/press/truth.ts"
import { heldbackHans } from "../fixtures/stories/heldback-hans.ts"
import { heldbackHant } from "../fixtures/stories/heldback-hant.ts"
import { heldbackOddments } from "../fixtures/stories/heldback-oddments.ts"
import { openCity } from "../fixtures/stories/open-city.ts"
import { openHans } from "../fixtures/stories/open-hans.ts"
import { openHant } from "../fixtures/stories/open-hant.ts"
import { openOddments } from "../fixtures/stories/open-oddments.ts"
import { openPress } from "../fixtures/stories/open-press.ts"
import type { Oddment, Story } from "../fixtures/stories/story.ts"
import type { MadePages } from "./options.ts"

interface Kind {
  input: string
  stories: Story[]
  oddments: Oddment[]
  direction: "horizontal" | "vertical"
  form: "raw" | "boxes"
  noise: number
}

const kinds: Kind[] = [
  ...(["raw", "boxes"] as const).flatMap((form): Kind[] => [
    {
      input: `open, ${form}`,
      stories: [...openHans, ...openCity],
      oddments: openOddments,
      direction: "horizontal",
      form,
      noise: 0,
    },
    {
      input: `press, ${form}`,
      stories: openPress,
      oddments: openOddments,
      direction: "horizontal",
      form,
      noise: 0,
    },
    {
      input: `held back, ${form}`,
      stories: heldbackHans,
      oddments: heldbackOddments,
      direction: "horizontal",
      form,
      noise: 0,
    },
  ]),
  {
    input: "held back, boxes, 2 % misread",
    stories: heldbackHans,
    oddments: heldbackOddments,
    direction: "horizontal",
    form: "boxes",
    noise: 0.02,
  },
  {
    input: "held back, raw, 2 % misread",
    stories: heldbackHans,
    oddments: heldbackOddments,
    direction: "horizontal",
    form: "raw",
    noise: 0.02,
  },
  { input: "open, vertical", stories: openHant, oddments: [], direction: "vertical", form: "boxes", noise: 0 },
  { input: "held back, vertical", stories: heldbackHant, oddments: [], direction: "vertical", form: "boxes", noise: 0 },
]

const percent = (part: number, whole: number): string => (whole ? `${((100 * part) / whole).toFixed(1)} %` : "–")
const both = ({ right, found, wanted }: Tally): string => `${percent(right, wanted)} / ${percent(right, found)}`

function judgePage(kind: Kind, seed: number, random: Random, words: Words): Evaluation {
  const page = makePage({
    stories: random.shuffled(kind.stories).slice(0, random.int(6, 9)),
    oddments: random.shuffled(kind.oddments).slice(0, random.int(0, 2)),
    direction: kind.direction,
    seed,
  })
  const recognition = kind.form === "raw" ? rawReading(page, random, kind.noise) : readingOf(page, random, kind.noise)
  const { doc, ledger } = compose(recognition, arrange(recognition, words))
  return evaluate(truthOf(page), { ...toArticles(doc, ledger, recognition), lines: [] })
}

export async function benchMade({ seed: first = Date.now() % 1_000_000, pages = 40 }: MadePages): Promise<void> {
  const words = await wordList()
  console.log(`seed ${first}, ${pages} pages of each kind; recall / precision`)
  const fields: Record<string, string>[] = []
  const seams: Record<string, string>[] = []
  const misread: JudgedSeam[] = []
  for (const kind of kinds) {
    const found = Array.from({ length: pages }, (_, i) => judgePage(kind, first + i, randomFrom(first + 7 * i), words))
    const sum = found.reduce(pooled)
    fields.push({
      input: kind.input,
      articles: both(sum.articles),
      headlines: both(sum.headlines),
      bylines: both(sum.bylines),
      datelines: both(sum.datelines),
      captions: both(sum.captions),
      headings: both(sum.headings),
      paragraphs: both(sum.paragraphs),
      "to the letter": both(sum.exactParagraphs),
      "notices kept out": percent(sum.noticesKeptOut.right, sum.noticesKeptOut.wanted),
    })
    if (kind.noise) misread.push(...sum.seams.judged)
    seams.push(riskRow(kind.input, sum.seams.judged))
  }
  seams.push(riskRow("misread, pooled", misread))
  console.table(fields)
  console.table(seams)
}

function riskRow(input: string, judged: JudgedSeam[]): Record<string, string> {
  const risk = riskCoverage(judged)
  return {
    input,
    seams: String(risk.seams),
    wrong: String(risk.wrong),
    "caught at 5 %": risk.caught === null ? "–" : percent(risk.caught, 1),
    ...Object.fromEntries(
      risk.risks.map((one) => [`risk at ${100 * one.coverage} %`, one.risk === null ? "–" : percent(one.risk, 1)]),
    ),
    "calibration error": risk.calibrationError?.toFixed(4) ?? "–",
  }
}
