// Export.
import type { Format } from "../../state/exporting.ts"

const format: Record<Format, string> = { json: "JSON（全部字段）", txt: "纯文本", md: "Markdown" }

export const publish = {
  title: "导出",
  scope: "范围",
  page: "本版",
  selected: (count: number) => `所选 ${count} 版`,
  issue: "一期",
  chooseIssue: "哪一期",
  all: (count: number) => `全部 ${count} 版`,
  formats: "格式",
  format,
  oneFile: "一个文件",
  zip: (count: number) => `${count} 个文件，装在一个 zip 里`,
  nothing: "没有可导出的版面。",
  start: "导出",
  progress: (done: number, total: number) => `已导出 ${done} / ${total}`,
  ended: (file: string) => `已交给浏览器下载：${file}`,
  endedEmpty: "一版也没有导出。",
  cancelled: "已取消，没有留下文件。",
  failed: (count: number) => `${count} 版没有导出：`,
  preview: "预览",
  of: (at: number, total: number) => `${at} / ${total}`,
  cut: (shown: string, total: string) => `这里只显示前 ${shown} 字；导出的文件是完整的，共 ${total} 字。`,
  selection: "所选版面",
  everything: "全部版面",
}
