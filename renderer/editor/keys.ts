// The commands of the text: what each does to the page that is open.
import { redo, redoDepth, undo, undoDepth } from "prosemirror-history"
import { type Command, TextSelection } from "prosemirror-state"
import type { CommandId } from "../../shared/commands/table.ts"
import { partsOf, selectedBlocks } from "../document/blocks.ts"
import { joinBlocks, mergeArticles, splitArticle } from "../document/join.ts"
import { moveTo, moveToNeighbour, moveWithin } from "../document/move.ts"
import { tagBlocks } from "../document/tag.ts"
import { goToWork } from "../document/worklist.ts"
import type { Doing } from "../state/commands.ts"
import type { WorkedPage } from "../state/desk.ts"
import { useSession } from "../state/session.ts"
import { useCommands } from "../ui/keys.ts"

/** Whether what is typed goes to a field of its own, with its own undo. */
const inField = (): boolean => document.activeElement?.matches("input, textarea, select") ?? false

const tags = [
  "kicker",
  "headline",
  "subheadline",
  "byline",
  "dateline",
  "heading",
  "paragraph",
  "caption",
  "note",
  "column",
  "jump",
] as const

/** Puts the caret at the first of what belongs to no article. */
const goToTray: Command = (state, dispatch) => {
  const tray = partsOf(state.doc).at(-1)
  if (!tray?.node.childCount) return false
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, tray.pos + 2)).scrollIntoView())
  return true
}

export function useEditorCommands(
  { editing, saver }: WorkedPage,
  find: (how: "find" | "replace") => void,
  focus: () => void,
): void {
  const { pages, commands, settings, notices } = useSession()
  const doing = (command: Command): Doing => ({
    run: () => {
      editing.run(command)
      focus()
    },
    enabled: () => !inField() && command(editing.state),
  })
  const tagged = tags.map((type): [CommandId, Doing] => [
    `tag.${type}`,
    {
      ...doing(tagBlocks(type)),
      checked: () => selectedBlocks(editing.state).every((block) => block.node.type.name === type),
    },
  ])
  const finish = async () => {
    const page = pages.store.get().pages.find((one) => one.id === editing.pageId)
    await saver.flush()
    if (page && page.state !== "final") await pages.correct(page, { state: "final" })
    commands.run("page.next")
  }
  useCommands({
    ...Object.fromEntries(tagged),
    "edit.undo": { ...doing(undo), enabled: () => !inField() && undoDepth(editing.state) > 0 },
    "edit.redo": { ...doing(redo), enabled: () => !inField() && redoDepth(editing.state) > 0 },
    "edit.find": () => find("find"),
    "edit.replace": () => find("replace"),
    "block.join": doing(joinBlocks),
    "block.up": doing(moveWithin(-1)),
    "block.down": doing(moveWithin(1)),
    "block.previousArticle": doing(moveToNeighbour(-1)),
    "block.nextArticle": doing(moveToNeighbour(1)),
    "block.toTray": doing(moveTo("tray")),
    "article.merge": doing(mergeArticles),
    "article.split": doing(splitArticle),
    "tray.open": doing(goToTray),
    "conflict.next": doing(goToWork("conflict", 1)),
    "conflict.previous": doing(goToWork("conflict", -1)),
    "suspect.next": doing(goToWork("suspect", 1)),
    "suspect.previous": doing(goToWork("suspect", -1)),
    "seam.next": doing(goToWork("seam", 1)),
    "seam.previous": doing(goToWork("seam", -1)),
    "seams.show": {
      run: () => settings.change((now) => ({ ...now, seams: !now.seams })),
      checked: () => settings.get().seams,
    },
    "page.done": () => notices.watch(finish()),
  })
}
