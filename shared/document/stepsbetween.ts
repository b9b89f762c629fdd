// The steps from one document to another: as little as need be, so that what somebody types elsewhere meanwhile keeps
// its place. Blocks that are alike in number and kind are changed one by one, each where its text differs.
import { Fragment, type Node, Slice } from "prosemirror-model"
import { ReplaceStep, type Step, Transform } from "prosemirror-transform"

export function stepsBetween(before: Node, after: Node): Step[] {
  const tr = new Transform(before)
  changeContent(tr, before, after, 0)
  if (JSON.stringify(before.attrs.confirmed) !== JSON.stringify(after.attrs.confirmed))
    tr.setDocAttribute("confirmed", after.attrs.confirmed)
  return tr.steps
}

/** `start` is where the content of `before` begins in the document. From the end forward, so that positions stay true. */
function changeContent(tr: Transform, before: Node, after: Node, start: number): void {
  if (before.isTextblock) changeText(tr, before, after, start)
  else changeBlocks(tr, before, after, start)
}

function changeBlocks(tr: Transform, before: Node, after: Node, start: number): void {
  const [was, is] = [before.children, after.children]
  let [head, tail] = [0, 0]
  const most = Math.min(was.length, is.length)
  while (head < most && same(was[head], is[head])) head++
  while (tail < most - head && same(was.at(-1 - tail), is.at(-1 - tail))) tail++
  const [old, fresh] = [was.slice(head, was.length - tail), is.slice(head, is.length - tail)]
  const from = start + sizeOf(was.slice(0, head))
  let end = from + sizeOf(old)
  if (old.length === fresh.length && old.every((node, i) => fresh[i] && node.sameMarkup(fresh[i])))
    for (const [i, node] of [...old.entries()].reverse()) {
      end -= node.nodeSize
      if (fresh[i]) changeContent(tr, node, fresh[i], end + 1)
    }
  else tr.step(new ReplaceStep(from, end, new Slice(Fragment.from(fresh), 0, 0)))
}

const same = (a: Node | undefined, b: Node | undefined): boolean => a !== undefined && b !== undefined && a.eq(b)

const sizeOf = (nodes: readonly Node[]): number => nodes.reduce((size, node) => size + node.nodeSize, 0)

function changeText(tr: Transform, before: Node, after: Node, start: number): void {
  const first = before.content.findDiffStart(after.content)
  const last = before.content.findDiffEnd(after.content)
  if (first === null || !last) return
  // Where a stretch is repeated, what is alike from the front and what is alike from the end overlap.
  const over = Math.max(0, first - Math.min(last.a, last.b))
  tr.step(new ReplaceStep(start + first, start + last.a + over, after.slice(first, last.b + over)))
}
