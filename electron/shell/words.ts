// What menus and dialogs of the system say beside the commands' names.
import type { Language, Words } from "../../shared/i18n/language.ts"

const words = {
  cancel: { zh: "取消", en: "Cancel" },
  quit: { zh: "退出", en: "Quit" },
  reload: { zh: "重新载入", en: "Reload" },
  openOutside: { zh: "用浏览器打开", en: "Open in the browser" },
  openOutsideAsk: { zh: "要在校样之外打开这个地址吗？", en: "Open this address outside Jiaoyang?" },
  pageLost: {
    zh: "页面一再意外结束。已保存的内容没有丢失。",
    en: "The page keeps ending. Nothing that was saved is lost.",
  },
  hostLost: {
    zh: "后台一再意外结束，校样即将退出。已保存的内容没有丢失；详情见资料库的 cache/log.jsonl。",
    en: "The host keeps ending, and Jiaoyang will quit. Nothing that was saved is lost; see cache/log.jsonl in the library.",
  },
  noLibrary: { zh: "资料库无法打开", en: "The library cannot be opened" },
  otherLibrary: { zh: "选择其他资料库…", en: "Choose another library…" },
  about: { zh: "关于校样", en: "About Jiaoyang" },
  cut: { zh: "剪切", en: "Cut" },
  copy: { zh: "复制", en: "Copy" },
  paste: { zh: "粘贴", en: "Paste" },
  selectAll: { zh: "全选", en: "Select all" },
  fullScreen: { zh: "全屏", en: "Full screen" },
  devTools: { zh: "开发者工具", en: "Developer tools" },
} satisfies Record<string, Words>

export type Say = (key: keyof typeof words) => string

export const sayIn =
  (language: Language): Say =>
  (key) =>
    words[key][language]
