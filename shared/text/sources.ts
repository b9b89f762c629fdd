// Where a text or a picture comes from, said in its last bracket: `（据新华社）`, `（作者单位：东湖大学）`. It stays in
// the text and names nobody.

const source =
  /^(?:[综綜]合|[据據]|来源|來源|[转轉][自载載]|摘自|原[载載]|选自|新华社发?$|新華社發?$|中新社发?$|本报综合|本報綜合|本报讯?综合|综编|\p{Script=Han}{2,4}综合$)|(?:综合|综合整理|综合报道|供稿|供图|來稿|来稿)$/u
const compiled = /^(?:本报)?\p{Script=Han}{2,3}\s?(?:辑|编|整理|辑录|编辑|综编)$/u
const author = /^(?:本文)?(?:作者|笔者|筆者)(?:单位|單位|系|为|為|是|地址|简介)/u

/** What the words of a closing bracket say, its brackets taken off; null where they are something else. */
export function sourceNote(text: string): "source" | "author" | null {
  const said = text.trim().replace(/^[（(【[]\s*|\s*[）)】\]]$/gu, "")
  if (said.length > 60 || /[。！？]/u.test(said)) return null
  if (author.test(said)) return "author"
  return source.test(said) || compiled.test(said) ? "source" : null
}
