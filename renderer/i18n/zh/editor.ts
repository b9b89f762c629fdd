// Words of the text pane.

export const editor = {
  tray: (count: number) => (count > 0 ? `未归入稿件 ${count}` : "版面上的文字都已归入稿件"),
  block: "当前段落",
  tag: "标签",
  article: "所属稿件",
  several: "多种",
  readAs: "读作",
  otherHalf: (page: string, sure: boolean) => `${sure ? "另一半在" : "另一半可能在"}${page}`,
  findNext: "下一处",
  findPrevious: "上一处",
  replaceWith: "替换为",
  replaceAll: "全部替换",
  closeFind: "关闭查找",
  matches: (at: number, all: number) => (all === 0 ? "无" : at > 0 ? `${at}/${all}` : `${all} 处`),
  elsewhere: "另一个窗口也开着这一版",
  changedElsewhere: "另一个窗口改过这一版，已并入",
  unsaved: "未保存，正在重试",
  refused: "这些改动存不进去，请另行抄下后重新打开本版",
  reopen: "重新打开",
  lost: (count: number) => `上次关闭时有 ${count} 步改动没能存上：这一版已在别处改过`,
}
