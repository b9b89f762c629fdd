// What a person reads when something failed: what happened, to which file, what to do.
import type { ErrorCode, ErrorDetail, Failure } from "../errors.ts"
import type { Language, Words } from "./language.ts"

const words: Record<ErrorCode, Words> = {
  invalid: { zh: "请求的内容不合规定", en: "The request is not valid" },
  "not-found": {
    zh: "找不到所要的内容，可能已被删除",
    en: "What was asked for is not there; it may have been removed",
  },
  conflict: { zh: "这一版已在别处改动，请重新打开后再改", en: "This page was changed elsewhere; open it again" },
  unauthorized: { zh: "口令不对，请打开程序打印的地址", en: "Wrong token; open the address that the program printed" },
  "too-large": { zh: "内容过大", en: "Too large" },
  cancelled: { zh: "已取消", en: "Cancelled" },
  "library-missing": { zh: "这里没有资料库：{path}", en: "There is no library at {path}" },
  "library-busy": {
    zh: "资料库正由另一个程序使用（{host} 上的进程 {pid}），请先关闭它",
    en: "The library is in use by another program (process {pid} on {host}); close it first",
  },
  "library-newer": {
    zh: "资料库由更新的版本建立（格式 {found}，本程序只认识到 {known}），请升级程序",
    en: "The library was made by a newer version (shape {found}, this program knows {known}); update the program",
  },
  "library-damaged": {
    zh: "资料库文件已损坏，请用 library restore 从备份恢复",
    en: "The library file is damaged; restore a backup with library restore",
  },
  "library-unusable": { zh: "资料库无法使用：{path}", en: "The library cannot be used: {path}" },
  "read-only": { zh: "资料库只能读取，不能写入", en: "The library can only be read" },
  "disk-full": { zh: "磁盘已满，请腾出空间后再试", en: "The disk is full; free some space and try again" },
  "file-missing": { zh: "文件不存在", en: "no such file" },
  "file-empty": { zh: "文件是空的", en: "the file is empty" },
  "file-directory": { zh: "这是文件夹，不是文件", en: "this is a folder, not a file" },
  "file-unreadable": { zh: "没有权限读取，或不是普通文件", en: "no permission to read it, or not a plain file" },
  "file-binary": { zh: "既不是文字，也不是认得的图片", en: "neither text nor a picture of a known kind" },
  "file-unsupported": { zh: "暂不支持这种文件（{kind}）", en: "this kind of file is not supported ({kind})" },
  "file-damaged": { zh: "文件已损坏或不完整", en: "the file is damaged or cut short" },
  "file-locked": {
    zh: "文件有打开密码，请先去掉密码",
    en: "the file opens only with a password; take the password off first",
  },
  "file-too-large": { zh: "文件过大", en: "the file is too large" },
  "xml-encoding": {
    zh: "文字不是 XML 所说的编码（{encoding}）",
    en: "the text is not in the encoding that the XML names ({encoding})",
  },
  "xml-doctype": {
    zh: "XML 里有 <!DOCTYPE>，可能引入外来内容，不予打开；删去这一段再试",
    en: "the XML has a <!DOCTYPE>, which may bring in foreign content and is not opened; remove it and try again",
  },
  "xml-malformed": {
    zh: "XML 不完整或写法有误（第 {line} 行）",
    en: "the XML is cut short or not well-formed (line {line})",
  },
  "xml-reference": {
    zh: "XML 里的 {reference} 不代表任何字符",
    en: "{reference} in the XML stands for no character",
  },
  "xml-too-deep": {
    zh: "XML 嵌套超过 {deepest} 层",
    en: "the XML is nested more than {deepest} levels deep",
  },
  "xml-not-alto": {
    zh: "是 XML，但不是 ALTO（根元素 {root}）",
    en: "this is XML that is not ALTO (its root element is {root})",
  },
  "too-many-lines": {
    zh: "一版的行数超过 {most}",
    en: "a page has more than {most} lines",
  },
  "no-text": { zh: "没有找到文字", en: "no text was found" },
  "engine-missing": { zh: "没有这个识别引擎：{engine}", en: "there is no recognition engine {engine}" },
  "engine-failed": { zh: "识别时出错，已跳过", en: "recognition failed" },
  "engine-timeout": { zh: "识别超时", en: "recognition took too long" },
  "engine-memory": { zh: "识别所需内存过多", en: "recognition needed too much memory" },
  internal: { zh: "程序内部出错，详情见日志", en: "an internal error; see the log" },
}

const fill = (text: string, detail: ErrorDetail): string =>
  text.replace(/\{(\w+)\}/g, (_, key: string) => String(detail[key] ?? "?"))

/** One sentence; where the failure is about a file it begins with the file's name and, of several, the page's number. */
export function errorText(error: Failure, language: Language): string {
  const said = fill(words[error.code][language], error.detail)
  const { file, page } = error.detail
  if (typeof file !== "string") return said
  if (typeof page === "number")
    return language === "zh" ? `${file} 第 ${page} 页：${said}` : `${file}, page ${page}: ${said}`
  return language === "zh" ? `${file}：${said}` : `${file}: ${said}`
}
