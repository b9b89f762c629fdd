// Random pages of a few articles, with boxes and without.
import fc from "fast-check"
import { readPlaintext } from "../../shared/import/plaintext.ts"
import type { Recognition } from "../../shared/model/recognition.ts"
import { printPage, printText } from "./print.ts"

const hans = "山水田林湖草沙桥路城乡村镇街巷河岸风雨云天地人家门前屋后新旧老少春夏秋冬早晚长短高低来去"
const sentence = fc
  .array(fc.constantFrom(...hans), { minLength: 6, maxLength: 40 })
  .map((chars) => `${chars.join("")}。`)

export const anyParagraphs = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.array(sentence, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("")) },
    {
      weight: 1,
      arbitrary: fc.constantFrom("#桥头的新规矩", "本报讯（记者 昝一鸣）今天早上桥头开了新市。", "大家都说好。 张江"),
    },
    { weight: 1, arbitrary: fc.constant("新的5G基站建在Wi-Fi tower旁边，有twenty-four座。") },
  ),
  { minLength: 2, maxLength: 6 },
)

const headline = fc.array(fc.constantFrom(...hans), { minLength: 4, maxLength: 10 }).map((chars) => chars.join(""))

/** Boxed articles one under the other. */
export const boxedPage: fc.Arbitrary<Recognition> = fc
  .array(fc.tuple(headline, anyParagraphs, fc.integer({ min: 10, max: 20 }), fc.integer({ min: 6, max: 20 })), {
    minLength: 1,
    maxLength: 3,
  })
  .map((stories) => {
    let down = 0
    const lines = stories.flatMap(([title, text, measure, depth], k) => {
      const page = printPage(title, text, { measure, depth })
      const shift = down
      down += depth * 60 + 600
      return page.lines.map((line) => ({
        ...line,
        id: `s${k}${line.id}`,
        box: line.box && ([line.box[0], line.box[1] + shift, line.box[2], line.box[3] + shift] as const),
      }))
    })
    return { engine: { name: "print", version: "1" }, width: 6000, height: 8000, lines, shapes: [] }
  })

const plain: fc.Arbitrary<Recognition> = fc
  .array(fc.tuple(headline, anyParagraphs), { minLength: 1, maxLength: 3 })
  .map((stories) => readPlaintext(stories.map(([title, text]) => printText(title, text, 14)).join("\n\n")))

export const anyPage: fc.Arbitrary<Recognition> = fc.oneof(boxedPage, plain)
