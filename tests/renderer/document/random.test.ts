// Two thousand random acts on a page: what a person does in a day, faster and with less sense.
import { redo, undo } from "prosemirror-history"
import type { Node } from "prosemirror-model"
import { AllSelection, type Command, TextSelection } from "prosemirror-state"
import { expect, it } from "vitest"
import { joinBlocks, mergeArticles, selectMore, splitArticle, splitBlock } from "../../../renderer/document/join.ts"
import { moveTo, moveToNeighbour, moveWithin } from "../../../renderer/document/move.ts"
import { fitPasted } from "../../../renderer/document/paste.ts"
import { setRole, tagBlocks } from "../../../renderer/document/tag.ts"
import { makeSaver } from "../../../renderer/state/saver.ts"
import { anchorMap } from "../../../shared/document/anchormap.ts"
import { blockTypes } from "../../../shared/document/schema.ts"
import { seeded } from "../../services/random.ts"
import { hostOf } from "./host.ts"
import { openPage } from "./page.ts"

const acts = 2000

it("[J6] after 2,000 random acts the document is valid, untouched glyphs keep their link, and the host has what the page shows", async () => {
  const random = seeded(20261123)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const page = openPage()
  const host = hostOf(page)
  const saver = makeSaver({
    client: host.client,
    page,
    clientId: "me",
    version: 0,
    timing: { rest: 0, most: 0, again: 0 },
  })
  // Where each character is that no step has touched since the page was opened.
  let untouched = [...anchorMap(page.state.doc, page.lines).values()].map((anchor) => ({ ...anchor }))
  page.listen((state, before) => {
    if (state.doc === before.doc) return
    expect(() => state.doc.check()).not.toThrow()
  })
  const dispatch = page.dispatch
  const follow: Parameters<Command>[1] = (tr) => {
    untouched = untouched.flatMap((anchor) => {
      const result = tr.mapping.mapResult(anchor.pos, 1)
      return result.deletedAfter ? [] : [{ ...anchor, pos: result.pos }]
    })
    dispatch(tr)
  }
  const run = (command: Command) => command(page.state, follow)
  const somewhere = () => {
    const { doc } = page.state
    const size = doc.content.size
    const anchor = Math.floor(random() * size)
    const head = random() < 0.6 ? anchor : Math.min(size, anchor + Math.floor(random() * 30))
    follow(page.state.tr.setSelection(TextSelection.between(doc.resolve(anchor), doc.resolve(head))))
  }
  let clipboard = page.state.doc.slice(0, 0)
  const commands: Command[] = [
    splitBlock,
    joinBlocks,
    mergeArticles,
    splitArticle,
    selectMore,
    moveToNeighbour(1),
    moveToNeighbour(-1),
    moveWithin(1),
    moveWithin(-1),
    moveTo("tray"),
    setRole("notice"),
    ...blockTypes.map(tagBlocks),
  ]
  const act = () => {
    const kind = random()
    if (kind < 0.3) somewhere()
    else if (kind < 0.5) follow(page.state.tr.insertText(pick([..."甲乙丙丁戊己庚辛"])))
    else if (kind < 0.56) follow(page.state.tr.deleteSelection())
    else if (kind < 0.62) {
      clipboard = page.state.selection.content()
      if (random() < 0.5 && !(page.state.selection instanceof AllSelection)) follow(page.state.tr.deleteSelection())
    } else if (kind < 0.68) {
      const fitted = fitPasted(clipboard, page.state.doc, page.state.selection.$from, page.lines)
      follow(page.state.tr.replaceSelection(fitted))
    } else if (kind < 0.78) run(undo)
    else if (kind < 0.84) run(redo)
    else run(pick(commands))
  }
  let linked = 0
  for (let i = 0; i < acts; i++) {
    act()
    if (i % 20 === 0) await saver.flush()
    if (i % 50 !== 0) continue
    const anchors = anchorMap(page.state.doc, page.lines)
    for (const { pos, line, glyph } of untouched) {
      const found = anchors.get(pos)
      expect(found?.line, `${line}:${glyph} after ${i}`).toBe(line)
      expect(textOfGlyph(page.state.doc, pos)).toBe(page.lines.get(line)?.glyphs?.[found?.glyph ?? -1]?.text)
      linked++
    }
  }
  expect(linked).toBeGreaterThan(200)
  await saver.flush()
  expect(saver.saved.get()).toEqual({ state: "saved" })
  expect(host.doc().eq(page.state.doc)).toBe(true)
})

const textOfGlyph = (doc: Node, pos: number): string =>
  [...doc.textBetween(pos, Math.min(pos + 2, doc.content.size))][0] ?? ""
