// Where an article begins among paragraphs by what they say themselves: datelines, what news open with and what no text
// opens with, the end of the text before, and whether a paragraph speaks with those after it more than with those before.
// Weights were fitted (logistic regression) on the junctions of made-up stories put one after another.
import { findNote } from "../../text/notes.ts"
import type { Runs } from "./runs.ts"
import type { Speech } from "./speech.ts"

/** What a text of news opens with: when it was, and how it became known. */
const lead =
  /^(?:编辑同志|編輯先生|近日|日前|[昨前今](?:日|天|晚|晨)|记者(?:从|近日|日前|昨|今|\d)|記者(?:從|近日|日前|昨|今)|\d{1,2}月\d{1,2}日|\d{1,2}日|.{0,12}?(?:近日|日前|昨日|昨天|今天上午|获悉|獲悉|\d{1,2}月\d{1,2}日))/u

/** What goes on from something said before. */
const goesOn =
  /^(?:但|然而|不过|不過|而[且是]|同时|同時|与此同时|此外|另外|因此|于是|後來|后来|接着|随后|隨後|其中|目前|据(?:介绍|了解|悉)|他|她|它|这|這|该|該|其|当然|可(?:是|，)|所以|最终|最后|如今|过去|现在|除了|下一步|接下来|第[二三四]|[二三四]是|会上|会议[指强要]|为此|对此|正是|采访(?:中|时|结束)|记者(?:还)?(?:了解|看|发现|注意|走访|随机|问)|不仅|也(?!门)|还|又|再(?!生))/u

/** What rarely opens a text: it names again, counts, or tells what came after. */
const rarelyOpens =
  /^(?:据(?:统计|不完全统计|测算)|截至|根据|围绕|针对|在此基础上|除此之外|值得一提|相比|相较|一方面|另一方面|事实上|其实|原来|没想到|谁知|眼下|至于|对于|说起|谈到|提起|面对|看着|听到|得知|有了|当[天晚日时年]|次日|第二天|[一二三几两\d]+[天年个]后|随即|经过|经[^济过]|有人|大家|许多|不少|很多|一些|还有|有的|也有|像|比如|例如|好在|幸好|遗憾|从此|从那|那[时年天晚]|说到|说起|更|再看|再说|若|要是|如果|虽然|尽管|只要|只有|一旦|哪怕|即便|自此|前者|后者|双方|两人|两国|一家人|老人|孩子|村民|居民|专家|医生|工作人员|负责人|校方|警方|法院(?:经|认)|[专律]|(?:作者|书中)|案件|宣判|赛后|比赛|下半场|第[一二三四五]节|开学|首[周批日])/u

/** Who or what a text is about, as it is named first. */
const introduces = /^.{2,14}?(?:市|县|縣|区|區|镇|鎮|乡|村|省|局|院|校|公司|集团|中心|大学|大學|医院|醫院|法院|园区)/u
const person = /(?:\d{1,3}[岁歲]的|名叫|叫)\p{Script=Han}{2,4}/u
const colon = /^[^，。]{1,12}：/u

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
    const previous = texts[k - 1] ?? ""
    const ended = paragraphs[k - 1]?.signed || (runs[k]?.closing.length ?? 0) > 0
    const [before, after] = [near(k - 1, k), near(k, k + 1)]
    const around = Math.max(near(k - 2, k), near(k - 1, k + 1), near(k - 3, k), near(k - 2, k + 1))
    return (
      1 +
      (dateline ? 7 : 0) +
      (ended ? 4 : 0) -
      (findNote(previous) ? 3.9 : 0) +
      (lead.test(text) ? 2.3 : 0) -
      (goesOn.test(text) ? 4.8 : rarelyOpens.test(text) ? 3.2 : 0) +
      (introduces.test(text) ? 0.6 : 0) +
      (person.test(text) ? 0.9 : 0) +
      (colon.test(text) ? 0.9 : 0) -
      (previous.length < 60 ? 0.7 : 0) -
      (previous.endsWith("”") ? 0.4 : 0) +
      0.8 * Math.log(text.length / 90) -
      1.1 * Math.log(((cohesion[k] ?? 0) + 0.004) / (usual + 0.004)) -
      0.8 * Math.min(3, before) -
      1.8 * Math.min(3, around) -
      1.1 * Math.min(3, after) +
      2.4 * Math.max(-3, Math.min(3, after - before))
    )
  })
}
