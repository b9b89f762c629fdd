// Where an article begins among paragraphs by what they say themselves: datelines, what news open with and what no text
// opens with, the end of the text before, and whether a paragraph speaks with those after it more than with those before.
import { findNote } from "../../text/notes.ts"
import type { Runs } from "./runs.ts"
import type { Speech } from "./speech.ts"

/** What a text of news opens with: when it was, and how it became known. */
const lead =
  /^(?:近日|日前|[昨前今](?:日|天|晚|晨)|记者(?:从|近日|日前|昨|今|\d)|記者(?:從|近日|日前|昨|今)|\d{1,2}月\d{1,2}日|\d{1,2}日|.{0,12}?(?:近日|日前|昨日|昨天|今天上午|获悉|獲悉|\d{1,2}月\d{1,2}日))/u

/** What goes on from something said before. */
const goesOn =
  /^(?:但|然而|不过|不過|而[且是]|同时|同時|与此同时|此外|另外|因此|于是|後來|后来|接着|随后|隨後|其中|目前|据(?:介绍|了解|悉)|他|她|它|这|這|该|該|其|当然|可(?:是|，)|所以|最终|最后|如今|过去|现在|除了|下一步|接下来|第[二三四]|[二三四]是|会上|会议[指强要]|为此|对此|正是|采访(?:中|时|结束)|记者(?:还)?(?:了解|看|发现|注意|走访|随机|问)|不仅|也(?!门)|还|又|再(?!生))/u

/** Words in common of two paragraphs, as many as the shorter one is long. */
const common = (texts: string[], speech: Speech, a: number, b: number): number => {
  const [one, other] = [texts[a], texts[b]]
  if (one === undefined || other === undefined) return 0
  return speech.shared(one, b) / Math.sqrt(Math.min(one.length, other.length))
}

/** For each paragraph the log odds that an article begins there, whatever stands between it and the one before. */
export function startsOf({ paragraphs, runs }: Runs, speech: Speech): number[] {
  const texts = paragraphs.map(({ text }) => text)
  const cohesion = texts.map((_, k) => (k ? speech.cohesion(k) : 0))
  const usual = cohesion.toSorted((a, b) => a - b)[Math.floor(cohesion.length / 2)] ?? 0
  const near = (a: number, b: number) => common(texts, speech, a, b)
  return paragraphs.map(({ text, dateline }, k) => {
    if (!k) return Infinity
    const ended = paragraphs[k - 1]?.signed || (runs[k]?.closing.length ?? 0) > 0
    const before = near(k - 1, k)
    const around = Math.max(near(k - 2, k), near(k - 1, k + 1), near(k - 3, k), near(k - 2, k + 1))
    return (
      -0.2 +
      (dateline ? 3.4 : 0) +
      (ended ? 2.6 : 0) -
      (findNote(texts[k - 1] ?? "") ? 4 : 0) +
      (lead.test(text) ? 0.8 : 0) -
      (goesOn.test(text) ? 1.8 : 0) -
      (/^[“「]/u.test(text) ? 0.3 : 0) -
      0.8 * Math.log(((cohesion[k] ?? 0) + 0.004) / (usual + 0.004)) -
      1.2 * Math.min(3, before) -
      1.6 * Math.min(3, around) +
      2 * (near(k, k + 1) - before)
    )
  })
}
