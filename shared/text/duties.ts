// The words that say what the people named in a byline did: 记者, 通讯员, 文, 图, 摄.

/** What stands before a duty and is no part of it: the paper, the rank, the place. */
const before = [
  "本[报報刊网網台社]",
  String.raw`\p{Script=Han}{0,4}(?:日报|晚报|早报|晨报|商报|时报|都市报|农村报|法治报|日報|晚報|時報|融媒体?)`,
  "新华社|新華社|新华网|中新社|中新网|中央社|人民网|央视",
  String.raw`[驻駐]\p{Script=Han}{1,4}?`,
  "全媒体|全媒|融媒体|融媒|新媒体|特约|特約|特派|特邀|特聘|首席|高级|资深|见习|見習|实习|實習|学生|學生|校园|小|军事|体育|财经|专职|兼职|联合|报道组|摄影|攝影|视觉|文字",
].join("|")

const person =
  "记者|記者|通讯员|通訊員|评论员|評論員|实习生|實習生|撰稿人|观察员|觀察員|报道员|特派员|特派員|律师|律師|读者|讀者"

const craft =
  "摄影报道|攝影報導|攝影報道|摄影|攝影|图文|文图|圖文|文圖|文字|图片|圖片|撰文|撰稿|采写|採寫|采访|作者|供图|供圖|制图|製圖|绘图|繪圖|配图|插图|" +
  "漫画|漫畫|绘画|整理|编译|編譯|翻译|执笔|口述|笔记|筆記|笔录|筆錄|记录|記錄|紀錄|策划|统筹|视频|文并摄|文|图|圖|摄|攝|绘|译"

const personal = new RegExp(`(?:${before})*(${person})[:：/]?`, "gu")
const wholePersonal = new RegExp(`^(?:${before})*(${person}):?$`, "u")
const wholeCraft = new RegExp(`^(?:${craft})(?:[/、](?:${craft}))*:?$`, "u")
/** One character after a name needs no space before it only where no name ends with it. */
const attachedCraft =
  /^(\p{Script=Han}{2,4}?)(摄影报道|攝影報導|摄影|攝影|供图|供圖|图文|文图|文并摄|口述|笔记|筆記|笔录|筆錄|记录|記錄|整理|采写|採寫|撰文|编译|編譯|翻译|翻譯|摄|攝)$/u
const spaced = /(本)\s+([报報])|(记|記)\s+(者)|(通)\s+([讯訊])\s+([员員])/gu
const collective =
  /^(?:本[报報刊台]|\p{Script=Han}{2,8}[报報社])?(?:特约|特約)?(?:评论员|評論員|编辑部|編輯部|评论部|报道组|報道組|采访组|调研组|联合报道组|工作室)$/u
/** `台北報導`, `专访`, `综合报道`: from where, or how, after the names. */
const manner = /^\p{Script=Han}{0,8}(?:报道|報道|報導|专访|專訪|特稿|专电|專電|采访)$/u

/** A byline with each personal duty a word of its own: `记者张江通讯员李河` → `记者 张江 通讯员 李河`. */
export const partDuties = (text: string): string =>
  text.replace(spaced, "$1$2$3$4$5$6$7").replace(personal, (duty) => ` ${duty.replace(/[:：/]$/u, "")} `)

/** The duty that a word is: of a person (`本报首席记者` → 记者) or of a craft (`文/图`); null for any other word. */
export function dutyOf(word: string): { role: string; kind: "person" | "craft" } | null {
  const role = wholePersonal.exec(word)?.[1]
  if (role) return { role, kind: "person" }
  return wholeCraft.test(word) ? { role: word.replace(":", ""), kind: "craft" } : null
}

/** `王一摄` → 王一, 摄. */
export function takeCraft(word: string): { name: string; role: string } | null {
  const [, name = "", role = ""] = attachedCraft.exec(word) ?? []
  return role ? { name, role } : null
}

/** Whether a word names people by their office only: `本报评论员`, `报道组`. */
export const isCollective = (word: string): boolean => word.length > 3 && collective.test(word)

const unit =
  /(?:工作站|中心|办公室|办事处|广播站|电视台|记者站|宣传部|委|局|厅|公司|集团|银行|大学|学院|中学|小学|学校|幼儿园|医院|法院|检察院|支队|大队|中队|派出所|街道|乡|镇|村|社区|协会|研究院|研究所|图书馆|博物馆|文化馆|医师|醫師|教授|研究员|研究員|主任|院长|院長|博士|农艺师|工程师|工程師)$/u

/** Whether a word is where somebody works, printed before the name: `东湖街道办公室 张江`. */
export const isUnit = (word: string): boolean => /^\p{Script=Han}{4,16}$/u.test(word) && unit.test(word)

export const isManner = (word: string): boolean => manner.test(word)

/** `张江报道` → `张江`. */
export const withoutManner = (word: string): string => word.replace(/(?:摄影报道|报道|報道|報導)$/u, "")
