// The list of pages, libraries, and the first run.
import type { Column } from "../../state/listing.ts"

const column: Record<Column, string> = {
  state: "状态",
  newspaper: "报名",
  date: "日期",
  pageNumber: "版次",
  section: "版名",
  headlines: "标题",
  source: "来源文件",
}

export const listing = {
  title: (count: number) => `资料库 · ${count} 版`,
  table: "全部版面",
  column,
  filter: "筛选",
  filterPlaceholder: "报名、日期、标题、文件名…",
  allStates: "全部",
  states: "按状态筛选",
  shown: (shown: number, total: number) => `${shown} / ${total} 版`,
  none: "没有符合的版面。",
  noHeadline: "打开",
  sortBy: (name: string) => `按${name}排序`,
  selectRow: (name: string) => `选中${name}`,
  edit: (name: string) => `修改${name}`,
  changedElsewhere: (value: string) => `刚在别处改为“${value}”。再按 Enter 就改成这里写的。`,
  help: "空格选中，Shift+↑↓ 连选，Ctrl+A 全选，Enter 打开，F2 修改",
}

export const choosing = {
  bar: "对所选版面",
  selected: (count: number) => `已选 ${count} 版`,
  all: "全选",
  clear: "取消选择",
  keep: "不改",
  apply: (count: number) => `改 ${count} 版`,
  export: "导出所选",
  changed: (count: number) => `已改 ${count} 版`,
  unchanged: (count: number) => `${count} 版没有改成：`,
  more: (count: number) => `……另有 ${count} 版`,
}

export const libraries = {
  title: "资料库",
  more: "每个资料库是一个文件夹，扫描图和稿件都在里面。换到另一个资料库时，正在进行的导入会停下，回来后可以继续。",
  recent: "最近的资料库",
  current: "当前",
  missing: "文件夹不在了",
  open: "打开",
  chooseFolder: "选择文件夹…",
  newName: "新建资料库",
  newPlaceholder: "名称",
  create: "新建",
  beside: "建在当前资料库旁边。",
  opening: "正在打开…",
  failed: (path: string) => `打不开 ${path}：`,
}

export const welcome = {
  title: "把报纸版面变成干净的稿件",
  sample: "看看示例",
  sampleMore: "两个版面：识别文字、拼接断行、分出稿件，每个字都能回到原图上核对。",
  openSample: "打开示例版面",
  import: "导入版面",
  importMore: "扫描图、文字稿或 ALTO。也可以拖到窗口任何地方，或直接粘贴图片。全部在本机完成。",
  library: "打开资料库",
  libraryMore: "接着做另一个资料库，或新建一个。",
  openLibrary: "选择资料库",
}

export const queueing = {
  status: (done: number, total: number) => `队列 ${done}/${total}`,
  failed: (count: number) => `失败 ${count}`,
  soon: "不到 1 分钟",
  seconds: (count: number) => `约 ${count} 秒`,
  minutes: (count: number) => `约 ${count} 分钟`,
  hours: (hours: number, minutes: number) => (minutes ? `约 ${hours} 小时 ${minutes} 分` : `约 ${hours} 小时`),
  left: (time: string) => `剩余${time}`,
  items: "逐个文件",
  retry: "重试",
  retryOf: (name: string) => `重试 ${name}`,
  ended: (done: number, failed: number) =>
    failed > 0 ? `导入结束：完成 ${done}，失败 ${failed}` : `导入结束：完成 ${done}`,
}
