// The two languages of the program, and how one is chosen.

export type Language = "zh" | "en"

/** zh for any Chinese locale (zh_CN.UTF-8, zh-TW …), else en. Nothing set means zh: most of our users read Chinese. */
export const languageOf = (locale: string | undefined): Language =>
  !locale || /^(zh|c\b|posix)/i.test(locale) ? "zh" : "en"

/** A text in both languages. */
export type Words = Record<Language, string>
