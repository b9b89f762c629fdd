// The words of the page in Chinese. English has the same keys; a missing one does not compile.

import type { ImportItem, ImportSummary } from "../../shared/contract.ts"
import type { BlockType } from "../../shared/document/schema.ts"
import { command, menu } from "../../shared/i18n/zh/commands.ts"
import type { PageState } from "../../shared/model/page.ts"
import type { Theme } from "../state/settings.ts"
import { editor } from "./zh/editor.ts"
import { frame } from "./zh/frame.ts"
import { choosing, libraries, listing, queueing, welcome } from "./zh/library.ts"
import { publish } from "./zh/publish.ts"

const block: Record<BlockType, string> = {
  column: "栏目",
  kicker: "引题",
  headline: "主题",
  subheadline: "副题",
  byline: "署名",
  dateline: "电头",
  note: "编者按",
  paragraph: "正文",
  heading: "小标题",
  caption: "图说",
  jump: "转版",
}

const scrap: Record<string, string> = { ...block, body: "正文", masthead: "报头", notice: "启事", unplaced: "未定" }

const pageState: Record<PageState, string> = {
  new: "未识别",
  recognized: "已识别",
  proof: "校对中",
  final: "定稿",
  attention: "待处理",
}

const item: Record<ImportItem["state"], string> = {
  waiting: "等候",
  working: "识别中",
  done: "完成",
  duplicate: "已有",
  failed: "失败",
  cancelled: "已取消",
}

const importState: Record<ImportSummary["state"], string> = {
  running: "正在导入",
  waiting: "未完成",
  ended: "已结束",
}

const theme: Record<Theme, string> = { auto: "自动", light: "浅色", dark: "深色" }

export const zh = {
  app: "校样",
  otherLanguage: "English",
  block,
  scrap,
  pageState,
  item,
  importState,
  command,
  editor,
  frame,
  menu,
  listing,
  choosing,
  libraries,
  welcome,
  queueing,
  publish,
  theme,
  colon: "：",

  // Title bar
  search: "搜索",
  importPages: "导入",
  queue: "队列",
  exportPage: "导出",
  themeIs: (name: string) => `主题：${name}`,
  switchLanguage: "Switch to English",

  // Library
  library: "资料库",
  undated: "未归期",
  unknownPaper: "报名未知",
  pageLabel: (number: string) => `${number}版`,
  continueWith: "接着校",

  // First run
  chooseFiles: "选择文件",
  chooseFolder: "选择文件夹",
  orDrop: "也可以把文件或文件夹拖到窗口任何地方，或直接粘贴图片。",
  dropHere: "松开即导入",

  // Queue
  importDefaults: "这一批的已知信息（可留空，留空则从版面上读）",
  newspaper: "报名",
  date: "日期",
  pageNumber: "版次",
  section: "版名",
  script: "字形",
  scripts: { auto: "自动", hans: "简体", hant: "繁体" },
  noImports: "还没有导入过。",
  sendingTitle: "正在送入",
  unsentTitle: "未能送入",
  importTitle: (total: number) => `${total} 个文件`,
  filesDone: (done: number, total: number) => `${done} / ${total} 个文件`,
  counted: { done: "完成", duplicate: "已有", failed: "失败", cancelled: "取消" },
  cancel: "取消",
  resume: "继续",
  retryFailed: "重试失败的",
  sendAgain: "重新送入",
  dismiss: "不再显示",
  openPage: "打开",
  hostUnreachable: "连不上程序",
  pastedName: (time: string) => `粘贴的图片 ${time}.png`,

  // Page
  scan: "版面图",
  printedLines: "原文逐行",
  printedMore: "这一版来自文字，没有版面图。",
  scanScale: "显示比例",
  scanFailed: "版面图打不开",
  scanOf: (name: string) => `${name}的版面图`,
  loading: "正在打开…",
  articles: "稿件",
  tray: "未归入稿件",
  likely: (role: string) => `疑为${role}`,
  facts: "版面信息",
  state: "状态",
  dateHint: "日期写作 2026-05-12",
  conflict: "这一版刚在别处改过。",
  theirs: (value: string) => `现为“${value}”`,
  empty: "空",
  takeMine: (value: string) => `改为“${value}”`,
  keepTheirs: "保留现有",
  pageGone: "资料库里没有这一版。",

  // Search
  searchFor: "搜索全部稿件",
  searchPlaceholder: "人名、地名、一句话…",
  hits: (count: number) => `${count} 处`,
  shown: (count: number, total: number) => `共 ${total} 处，先列 ${count} 处`,
  noHits: (query: string) => `没有找到“${query}”。`,
  searchHint: "一个字也可以搜，不分全角半角。",
  untitled: "（无标题）",

  // Status
  saved: "已保存",
  saving: "正在保存…",
  connecting: "正在连接…",
  lost: "与程序的连接断开，正在重连；已有内容都在。",
  noToken: "请打开程序启动时打印的完整地址（含 #token= 的那一行），本页才能连接资料库。",
  denied: "这个地址已失效：程序重新启动过。请打开它新打印的地址。",
  pageTotal: (count: number) => `${count} 版`,
}

export type Dictionary = typeof zh
