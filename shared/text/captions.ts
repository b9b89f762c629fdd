// A caption and the photographer it credits: `图为通车现场。（记者 王一 摄）`, `通车现场　王一/摄`, `王一 摄`.
import { parseByline } from "./bylines.ts"
import { dutyOf, partDuties, takeCraft } from "./duties.ts"
import { nameScore } from "./names.ts"

export interface CaptionParts {
  text: string
  credit: string | null
}

/** Credits stand in the last so many code units. */
const longest = 80

const craft = "摄影报道|摄影|攝影|摄|攝|供图|供圖|制图|图文|文/图|图/文|文图|图|圖|绘"
const endsInCraft = new RegExp(`(?:${craft})$`, "u")
const stored =
  "(?:本[报報刊])?(?:(?:资料|資料|档案|檔案)(?:图片|圖片|照片|图|圖|照|片)|网络(?:图片|图)|互联网|視頻截圖|视频截图|监控截图|效果图|示意图)"
const archive = new RegExp(`^${stored}$`, "u")
const given =
  /^(?:本版)?(?:图片|照片|圖片)\s*由\s*(\p{Script=Han}{2,16}?)\s*提供$|^(?:图片|照片|圖片)?\s*由?\s*(\p{Script=Han}{2,16}?)\s*(?:供图|供圖|提供图片|提供圖片)$/u
const givenInBracket = /^(\p{Script=Han}{2,16}?)提供$/u
const from =
  /^(?:图片来源|图源|圖片來源|图片|圖片|供图|供圖|来源|來源|图|圖)[：:/／]\s*([\p{Script=Han}·\s]{2,16}?)(?:提供|[摄攝](?:影)?)?$/u
const agency =
  /^(?:新华社|新華社|中新社|中新网|中央社|法新社|路透社?|美联社|美聯社|彭博社?|共同社|欧新社|人民图片|人民视觉|视觉中国|影像中国|东方IC|新华社[/／]\p{Script=Han}{2,3})\s?(?:发|發|供图|供圖|图片|圖片|照片|图|圖|摄|攝)?$/u

/** No credit does without one of these. */
const hint = /[摄攝图圖绘照漫供提源社网觉像]|IC|路透|彭博/u

/** Marks that stand before who is named. */
const marks = /^[○●■□◎▲△▶◆]\s*/u

/** Whom a credit names, which stands alone: in its bracket, where names need not look like names, or after the last sentence. */
function credited(said: string, inBracket = false): string | null {
  const bare = said
    .trim()
    .replace(marks, "")
    .replace(/^[（(【]\s*|\s*[）)】]$/gu, "")
  // That a picture is from the archive credits nobody.
  if (archive.test(bare)) return null
  const gift = given.exec(bare)
  const giver = gift?.[1] ?? gift?.[2] ?? from.exec(bare)?.[1]
  if (giver && !/[的了]$/u.test(giver)) return giver.trim()
  if (agency.test(bare))
    return bare.replace(/(?<=社|国|图片|视觉|IC)\s?(?:发|發|图片?|圖片?|照片|供[图圖]|摄|攝)$/u, "")
  const inner = /^(?:新华社|新華社|中新社)[发發](?:\s*[（(]|\s+)(.+)$/u.exec(bare)?.[1]
  const names = parseByline(inner ?? bare) ?? (inBracket ? parseByline(inner ?? bare, true) : null)
  return names && creditsPicture(inner ?? bare) ? names.map(({ name }) => name).join(" ") : null
}

/** Whether what is said credits a picture, not a text: `王一 摄`, `摄影：王一`. */
const creditsPicture = (said: string): boolean =>
  endsInCraft.test(said.trim()) ||
  /^(?:(?:摄影|攝影)\s*[：:/／\s]|(?:摄|攝|图|圖|供图|照片|图片|绘图|繪圖|制图|製圖|漫画|漫畫)\s*[：:/／])/u.test(
    said.trim(),
  )

const bracket = /(?:(?:新华社|新華社|中新社)[发發]\s*)?[（(【]([^（()）【】]{2,50})[）)】]\s*$/u

/** Where the credit without a bracket begins: the last sentence's end, or the first of the words that name people. */
function looseCredit(line: string): { at: number; credit: string } | null {
  const sentence = Math.max(...[..."。！？!?…”）"].map((end) => line.lastIndexOf(end))) + 1
  const starts = [...line.matchAll(/\S+/gu)].map((match) => match.index).filter((at) => at >= sentence)
  if (!starts.includes(sentence)) starts.unshift(sentence)
  const at = starts.find((start) => opensCredit(line.slice(start)))
  const credit = at === undefined ? null : credited(line.slice(at))
  if (at !== undefined && credit) return { at, credit }
  return afterSentence(line) ?? glued(line)
}

/** Whether all words from here on are duties, crafts or names, and the first is no word of the caption. */
function opensCredit(said: string): boolean {
  const [first = ""] = partDuties(said.replace(marks, "").replace(/\s*[/／：:]\s*/gu, "/"))
    .split(/\s+/u)
    .filter(Boolean)
  const name = first.split("/")[0] ?? ""
  const begins = dutyOf(name) !== null || nameScore(takeCraft(name)?.name ?? name) > 0 || name.length === 1
  const whole = said.trim()
  return (begins || [given, agency].some((form) => form.test(whole))) && credited(said) !== null
}

const duty = /(?:本[报報]|新华社)?(?:特约|首席|见习|实习)?(?:记者|記者|通讯员|通訊員)[\p{Script=Han}\s·、]{2,20}$/u

/** Whoever is named between the last sentence and the word for the picture: `江边晨曦。哈敏摄`. */
function afterSentence(line: string): { at: number; credit: string } | null {
  const match = /(?<=[。！？”])\s*(\p{Script=Han}{2,4})\s*[摄攝]$/u.exec(line)
  return match?.[1] ? { at: match.index, credit: match[1] } : null
}

/** A reporter named right after the words of the caption: `江边晨曦本报记者王一摄`. */
function glued(line: string): { at: number; credit: string } | null {
  const match = duty.exec(line)
  const credit = match ? credited(match[0]) : null
  return match && credit ? { at: match.index, credit } : null
}

/** Splits a caption; `credit` is who made or gave the picture, without their duty. The text keeps everything else. */
export function splitCaption(text: string): CaptionParts {
  const whole = text.trim().replace(/^[▲△▶►◀◄↑↓←→]+\s*/u, "")
  const start = Math.max(0, whole.length - longest)
  const line = whole.slice(start)
  if (!hint.test(line)) return { text: whole, credit: null }
  const last = bracket.exec(line)
  const said = last?.[1]?.trim() ?? ""
  const inBracket = last ? (credited(last[0]) ?? credited(said, true) ?? givenInBracket.exec(said)?.[1] ?? null) : null
  const found = last && inBracket ? { at: last.index, credit: inBracket } : last ? null : looseCredit(line)
  if (!found) return { text: whole, credit: null }
  return { text: whole.slice(0, start + found.at).trim(), credit: found.credit }
}

const archived = new RegExp(`[（(【]\\s*${stored}\\s*[）)】]$`, "u")

/** Whether a line says that it is the caption of a picture: it credits one, or begins as captions do. */
export const captionShape = (text: string): boolean =>
  /^(?:图[为：:①]|圖為|[▲△↑↓])/u.test(text.trim()) || hasCredit(text)

/** Whether a text ends with who made a picture, or with the archive that it is from. */
export const hasCredit = (text: string): boolean => splitCaption(text).credit !== null || archived.test(text.trim())

/** Whether a line by itself credits a picture and no text: `（本报记者 王一 摄）`, `王一/摄`, not `王一 文/图`. */
export function pictureCredit(line: string): boolean {
  const bare = line.trim().replace(/^[（(【]\s*|\s*[）)】]$/gu, "")
  if (/^\p{Script=Han}{2,4}\s*[／/]?\s*(?:摄|攝|供图|供圖)$/u.test(bare)) return true
  return creditsPicture(bare) && !/文|报道|報[導道]/u.test(bare) && credited(bare) !== null
}
