// The guide to the pages of an issue (导读): its title and its entries. They belong to no article.
import { parseJump } from "./jumps.ts"
import { mastheadShape } from "./masthead.ts"
import { pageNumber } from "./pagenumbers.ts"

const longest = 100

const title =
  /^(?:本报|本期|今日|今天|每日|要闻|新闻|版面|精彩|本周|内容)?(?:导读|導讀|提要|要目|看点|导航|速览|索引|目录|目錄|推荐阅读)$|^(?:内容提要|要闻提示|今日要闻导读|今日导读|今日版面|今日关注|更多精彩|本報今日要目)$/u
const counted =
  /^(?:本报|本期|今日|本報)+(?:共|出版?)?\s?(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s?(?:大?张)?(?:\d{1,3})?\s?版$/u

const page = String.raw`第?\s?(?:${pageNumber})(?:[-—、/](?:${pageNumber}))?\s?版?`
const entry = new RegExp(
  String.raw`(?:(?:[…⋯]{1,}|\.{3,}|·{3,}|－{3,}|-{3,})\s*${page}|(?:详见|詳見|见|見|请见|刊于|刊)\s*${page}|(?:[▶►▷→➤☞]|>{1,3}|》{2,3}|//?|[|｜│])\s*(?:详见|见)?\s*${page}|[（(【［[]\s*(?:详?见|刊)?\s*${page}[）)】］\]]|\s第?\s?(?:${pageNumber})\s?版)[）)】］\]\s]*$`,
  "u",
)

/** What a line of a guide is: its title, or an entry that ends with a page; null for any other line. */
export function guideShape(text: string): "title" | "entry" | null {
  const line = text.trim()
  if (!line || line.length > longest) return null
  const words = line.replace(/\s+/gu, "").replace(/^[【〔［[■●▲★▶►]+|[】〕］\]：:]+$/gu, "")
  if (title.test(words) || counted.test(words)) return "title"
  const match = entry.exec(line)
  if (!match || parseJump(line) || mastheadShape(line)) return null
  const said = line.slice(0, match.index)
  const pointed = /[见見]/u.test(match[0])
  if (/[。；]$|[，：]/u.test(said) || (!pointed && [...said].length < 4)) return null
  return /版/u.test(match[0]) || /[…⋯.·]{2}|[▶►▷→➤☞>]/u.test(match[0]) ? "entry" : null
}
