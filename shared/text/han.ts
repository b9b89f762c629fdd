// Classes of characters in Chinese print, and how wide they are set.

const han = /\p{Script=Han}/u
const fullWidth =
  /[\u1100-\u115f\u2018-\u201d\u2014\u2026\u2500-\u25ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6]/u

/** Nearly all Han characters, found without a pattern. */
const isCommon = (char: string): boolean => char >= "\u4e00" && char <= "\u9fff"

export const isHan = (char: string): boolean => isCommon(char) || han.test(char) || char === "〇"
export const isDigit = (char: string): boolean => char >= "0" && char <= "9"
export const isLatin = (char: string): boolean => /[A-Za-z\u00c0-\u024f]/.test(char)

/** Marks that end a sentence, closing quotes and brackets after them aside. */
export const sentenceEnd = /[。！？!?…][”’」』）)》〉]*$/u
/** Marks that no line may begin with, and those that none may end with. */
export const forbiddenStart = /^[，。、；：！？）》〉」』】〕”’％%·…,.;:!?)\]]/u
export const forbiddenEnd = /[（《〈「『【〔“‘([]$/u

const openers = "（《〈「『【〔“‘(["
const closers = "）》〉」』】〕”’)]"
const brackets = /[（《〈「『【〔“‘([）》〉」』】〕”’)\]]/g

/** Brackets and quotes that `text` opens and does not close. */
export function openBrackets(text: string): string[] {
  const open: string[] = []
  for (const char of text.match(brackets) ?? []) {
    if (openers.includes(char)) open.push(char)
    const closed = closers.indexOf(char)
    if (closed >= 0 && open.at(-1) === openers[closed]) open.pop()
  }
  return open
}

/** Width in em of one character as newspapers set it: Han and Chinese marks 1, a word space thin, the rest half. */
export const charEm = (char: string): number =>
  char === " " ? 0.2 : isCommon(char) || char === "\u3000" || fullWidth.test(char) || han.test(char) ? 1 : 0.5

/** Width in em of a line, white space at its ends left out and letter-spacing taken away. */
export function emWidth(text: string): number {
  let sum = 0
  for (const char of collapseLetterSpacing(text.trim())) sum += charEm(char)
  return sum
}

/**
 * Whether a line, or a stretch of it, was spaced out to fill its measure: four or more single characters with a
 * space after each.
 */
export const letterSpaced = /(?:[\p{Script=Han}，。、；：！？“”‘’（）《》]\s+){4,}/u

export const collapseLetterSpacing = (text: string): string =>
  letterSpaced.test(text) ? text.replace(/(?<=\P{ASCII})\s+(?=\P{ASCII})/gu, "") : text

/** Text as it is compared and searched: NFKC, lower case, no white space. Never stored. */
export const searchKey = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/\s+/gu, "")
