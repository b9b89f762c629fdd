// What the command line says beside error texts, in both languages.
import { type Language, languageOf, type Words } from "../../shared/i18n/language.ts"

const { JIAOYANG_LANG, LC_ALL, LC_MESSAGES, LANG } = process.env

export const language: Language = languageOf(JIAOYANG_LANG || LC_ALL || LC_MESSAGES || LANG)

const words = {
  about: {
    zh: "把报纸版面图变成干净、带标签的中文稿件",
    en: "turns newspaper page scans into clean, tagged Chinese articles",
  },
  convert: {
    zh: "把版面图、文字或 ALTO 转成稿件，不用资料库",
    en: "page scans, text or ALTO into articles, without a library",
  },
  import: { zh: "把文件和文件夹收进资料库", en: "take files and folders into a library" },
  export: { zh: "从资料库导出稿件", en: "write articles of a library to files" },
  search: { zh: "搜索资料库中的稿件", en: "search the articles of a library" },
  library: { zh: "查看、检查、备份、恢复资料库", en: "look at, check, back up, restore a library" },
  info: { zh: "资料库里有什么", en: "what is in the library" },
  check: { zh: "检查资料库是否完好", en: "check that the library is whole" },
  backup: { zh: "备份资料库", en: "back the library up" },
  restore: { zh: "从备份恢复资料库", en: "restore the library from a backup" },
  eval: { zh: "与标准答案比较，给出准确率", en: "hold a result against the truth of its page" },
  truth: {
    zh: "标准答案（稿件 JSON）；可多次给出，与 --result 依次成对",
    en: "the truth, as articles in JSON; may be repeated, one for each --result in order",
  },
  result: { zh: "要评的结果（稿件 JSON）", en: "the result to judge, as articles in JSON" },
  serve: { zh: "在本机浏览器里使用校样", en: "use Jiaoyang in this machine's browser" },
  start: {
    zh: "在窗口里使用校样；没有窗口时用浏览器",
    en: "use Jiaoyang in a window, or in the browser where there is none",
  },
  to: { zh: "格式：json、txt、md", en: "format: json, txt, md" },
  outConvert: { zh: "写到文件、文件夹，或 - 即标准输出", en: "a file, a folder, or - for standard output" },
  out: { zh: "写到这个文件夹", en: "the folder to write to" },
  engine: { zh: "识别引擎：auto、ppocr、tesseract", en: "recognition engine: auto, ppocr, tesseract" },
  script: { zh: "字体：hans 简体、hant 繁体、auto", en: "script: hans simplified, hant traditional, auto" },
  direction: { zh: "方向：auto、horizontal、vertical", en: "direction: auto, horizontal, vertical" },
  dir: { zh: "资料库文件夹", en: "the library's folder" },
  newspaper: { zh: "报名", en: "the newspaper's title" },
  date: { zh: "日期，YYYY-MM-DD", en: "date, YYYY-MM-DD" },
  page: { zh: "版次", en: "page number" },
  jobs: { zh: "同时识别的文件数", en: "files read at a time" },
  resume: { zh: "接着做上次没做完的导入", en: "go on with the import that was not finished" },
  all: { zh: "全部版面", en: "all pages" },
  issueId: { zh: "一期：报名/日期", en: "an issue: newspaper/date" },
  pageId: { zh: "一版", en: "a page" },
  articleId: { zh: "一篇：版/稿件，如 abc…/a1", en: "an article: page/article, as abc…/a1" },
  json: { zh: "输出 JSON", en: "print JSON" },
  limit: { zh: "最多几条", en: "at most so many" },
  port: { zh: "端口，默认任选", en: "port; any free one by default" },
  noOpen: { zh: "不打开浏览器", en: "do not open a browser" },
  from: { zh: "备份所在的文件夹，默认最新的一份", en: "the backup's folder; the newest by default" },
  outBackup: {
    zh: "备份到这个文件夹，默认在资料库的 backups 里",
    en: "back up to this folder; in the library's backups by default",
  },
  pageWord: { zh: "版", en: "page" },
  read: { zh: "识别", en: "reading" },
  decode: { zh: "读取", en: "decoding" },
  analyse: { zh: "分析版面", en: "analysing" },
  done: { zh: "完成", en: "done" },
  duplicate: { zh: "已在资料库", en: "already in the library" },
  failed: { zh: "失败", en: "failed" },
  nothingFound: { zh: "没有找到", en: "nothing found" },
  clean: { zh: "资料库完好", en: "the library is whole" },
  undated: { zh: "未归期", en: "undated" },
} satisfies Record<string, Words>

export type WordKey = keyof typeof words

export const say = (key: WordKey): string => words[key][language]

/** A sentence in the language in use. */
export const inLanguage = (zh: string, en: string): string => (language === "zh" ? zh : en)
