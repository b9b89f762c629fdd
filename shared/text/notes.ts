// Editors' notes: 编者按, 开栏的话, 编后.

const words =
  "编者按|编者按语|编者的话|编者注|编者语|编者手记|编辑手记|编辑的话|编辑按|按语|开栏的话|开栏语|开篇的话|开版的话|编后|编后语|编后感|编后记|编余|编余絮语|主持人的话|主持人语|结束语|" +
  "編者按|編者的話|編者註|編後|編後語|編輯手記|編輯的話|開欄的話|按語"
const set = [...words.split("|")]
  .sort((a, b) => b.length - a.length)
  .map((word) => [...word].join(String.raw`\s?`))
  .join("|")
const opening = new RegExp(
  String.raw`^\s*(?:[■●▲★◆□▶]\s*)?(?:[【〔［\[「]\s*(${set})\s*[】〕］\]」]\s*[：:]?\s*|(${set})(?:\s*[：:]\s*|\s*$|[\s\u3000]+(?=\S)|(?=[■●▲◆——])))`,
  "u",
)

/**
 * The words that an editor's note begins with (`编者按：`, `【开栏的话】`), and the code unit where its own text begins:
 * the end of `text` where the words stand alone. Null where `text` begins otherwise.
 */
export function findNote(text: string): { title: string; end: number } | null {
  const match = opening.exec(text.slice(0, 40))
  const title = match?.[1] ?? match?.[2]
  if (!match || !title) return null
  return { title: title.replace(/\s/gu, ""), end: match[0].length }
}
