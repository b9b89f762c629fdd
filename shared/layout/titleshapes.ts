// What a title is by its own shape.

/** A row of slogans (`送政策　送资金　送服务`) is a kicker. */
export const rowOfParts = (title: string): boolean => {
  const parts = title.trim().split(/\s+/u)
  return parts.length >= 3 && parts.every((part) => [...part].length <= 6)
}

/** A subheadline begins with a dash, and is nothing else. */
export const afterDash = (title: string): boolean => /^——/u.test(title)

/** Titles of two to five characters that stand over another title name the column of the article. */
export const shortLabel = (title: string): boolean => /^\p{Script=Han}{2,5}$/u.test(title.trim())

/** Two short phrases set apart (`拼错一片　全盘重来`), as headings of sections like them. */
export const twoPhrases = (title: string): boolean => {
  const parts = title.trim().split(/\s+/u)
  return parts.length === 2 && parts.every((part) => [...part].length <= 7)
}

/** What names a place and nothing that happens there is under its picture. */
export const scene = (title: string): boolean =>
  /^[^，：！？\s]*(?:大厅|大堂|公园|广场|现场|一角|一景|全景|夜景|外景|外观|厂房|车间|大楼|校园|展厅|展区|基地|生产线|实验室|码头|街景|航拍图|效果图|示意图)$/u.test(
    title.trim(),
  )
