// Notices and advertisements by their titles: they belong to no article.

const title =
  /^[\p{Script=Han}\d“”《》·\s]{0,24}(?:公告|公示|启事|啟事|声明|聲明|通告|更正|讣告|拍卖|招聘|招标|挂失|遗失|征稿|广告|告示|停电信息|停水通知|停电通知|停水信息)(?:[（(].{1,12}[）)])?$/u

export const noticeTitle = (text: string): boolean => {
  const line = text.trim().replace(/\s+/gu, "")
  return [...line].length <= 26 && title.test(line)
}
