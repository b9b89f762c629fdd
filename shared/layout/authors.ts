// Lines that name authors: by their marks, or by standing in the middle under a title, in the size of the text.
import { type Box, height, middleX, middleY, overlapX, union, width } from "../geometry/box.ts"
import { bylineShape, parseByline } from "../text/bylines.ts"
import { pictureCredit } from "../text/captions.ts"
import { findDateline } from "../text/datelines.ts"
import { openBrackets, sentenceEnd } from "../text/han.ts"
import { type BodyType, isOver, type Printed } from "./printed.ts"
import { type Column, hugs, lineHeight, type Title, titleSize } from "./titles.ts"

/** Lines of names longer than this in em are bylines under a title only. */
const longestByline = 16

/** A title with all that hangs below it: a subheadline, names. */
interface Head {
  title: Title
  box: Box
}

interface Surroundings {
  lines: Printed[]
  named: Printed[]
  columns: Column[]
  body: BodyType
}

/** `lines` are those in small type, top to bottom. */
export function findAuthors(titles: Title[], lines: Printed[], columns: Column[], body: BodyType): Printed[] {
  const heads = titles.map((title): Head => ({ title, box: footed(title) }))
  const named: Printed[] = []
  for (const line of lines) {
    if (line.em > 34) continue
    const head = heads.find((one) => hangsBelow(one, line))
    if (!namesAuthor(line, head, { lines, named, columns, body })) continue
    named.push(line)
    if (head) head.box = union([head.box, line.box]) ?? head.box
  }
  return named
}

const footed = (title: Title): Box => union([title.box, ...title.subs.map((line) => line.box)]) ?? title.box

const hangsBelow = ({ title, box }: Head, line: Printed): boolean =>
  line.box[1] > title.box[1] && hugs(box, line.box, lineHeight(title))

function namesAuthor(line: Printed, head: Head | undefined, around: Surroundings): boolean {
  const { lines, named, body } = around
  const marked = bylineShape(line.text) === "marked"
  const below = head !== undefined && line.size < 1.15
  if (marked || namesDuty(line.text)) {
    const over = lines.find((other) => isOver(other, line, body))
    const inText = over !== undefined && !named.includes(over)
    if (marked && line.em <= longestByline) {
      const running = inText && lines.some((other) => isOver(other, over, body))
      if (running && (!sentenceEnd.test(over.text) || pictureCredit(line.text) || goesOn(line, lines, body)))
        return false
      if (!over || !pictureCredit(line.text) || below) return true
    }
    if (!inText && below && (marked || !goesOn(line, lines, body))) return true
  }
  if (!head || !inMiddle(head, line)) return false
  return namesAlone(head, line, around) || !isFollowed(line, lines)
}

const isFollowed = (line: Printed, lines: Printed[]): boolean =>
  lines.some((other) => {
    const leading = middleY(other.box) - middleY(line.box)
    return leading > 0 && leading < 1.9 * height(line.box) && overlapX(other.box, line.box) > 0
  })

/** Whether a line is the first of a paragraph: the one right under it begins further left, and ends where it ends. */
const goesOn = (line: Printed, lines: Printed[], body: BodyType): boolean =>
  lines.some(
    (other) =>
      isOver(line, other, body) &&
      other.box[0] < line.box[0] - body.em &&
      Math.abs(other.box[2] - line.box[2]) < 1.5 * body.em,
  )

/** Whether a line in the middle under a title, well inside it or over the white between columns, has names only. */
const namesAlone = ({ title, box }: Head, line: Printed, { columns, body }: Surroundings): boolean =>
  line.size < 1.12 &&
  (Math.abs(middleX(box) - middleX(line.box)) < body.em || parted(line, columns, body)) &&
  line.box[0] > title.box[0] + 1.5 * body.em &&
  parseByline(line.text, true) !== null

/** Whether the white between two columns runs through a line. */
const parted = ({ box }: Printed, columns: Column[], { em }: BodyType): boolean =>
  columns.some(([, right]) => right > box[0] + 0.5 * em && right < box[2] - 0.5 * em) &&
  columns.some(([left]) => left > box[0] + 0.5 * em && left < box[2] - 0.5 * em) &&
  !columns.some(([left, right]) => left < box[0] + 0.5 * em && right > box[2] - 0.5 * em)

/** Whether a line without the end of a sentence says what somebody does, whoever that is. */
const namesDuty = (text: string): boolean =>
  /记者|記者|通讯员|通訊員|实习生|评论员|报道|報導|撰文|摄影|[文图摄]\s*[/／]/u.test(text) &&
  !/[。，；]/u.test(text) &&
  !findDateline(text) &&
  !openBrackets(text).length

/** Whether a short line without punctuation is set in the middle under a title; the type of a name alone may be larger. */
const inMiddle = ({ box }: Head, line: Printed): boolean =>
  line.size < (line.em < 5 ? titleSize : 1.12) &&
  line.em <= longestByline &&
  Math.abs(middleX(box) - middleX(line.box)) < 0.06 * width(box) + 10 &&
  /^[\p{Script=Han}\s·|、（）()]{2,24}$/u.test(line.text)

/** Whether a short line without punctuation is set in the middle right under a title. */
export const isUnder = (title: Title, line: Printed): boolean => {
  const head = { title, box: footed(title) }
  return hangsBelow(head, line) && inMiddle(head, line)
}
