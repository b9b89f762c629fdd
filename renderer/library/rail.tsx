// The rail of pages: a tree that is walked with the arrow keys. Only one row at a time is in the tab order.
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react"
import type { PageSummary } from "../../shared/contract.ts"
import { useSession, useWords } from "../state/session.ts"
import { useStore } from "../state/store.ts"
import { RailRow } from "./row.tsx"
import { openBranches, type Row, rowsOf, rowTyped, treeOf } from "./tree.ts"

export function Rail() {
  const { pages, routes } = useSession()
  const { words } = useWords()
  const list = useStore(pages.store, (now) => now.pages)
  const currentId = useStore(routes.store, (route) => (route.view === "page" ? route.pageId : null))
  const tree = useTree(list, currentId)
  const open = (row: Row) => {
    if (row.kind === "page") routes.go({ view: "page", pageId: row.page.id, articleId: null })
    else tree.toggle(row.key, !row.open)
  }
  return (
    <nav className="rail" aria-label={words.library} data-pane="library">
      <div className="pane-title">{words.library}</div>
      <div role="tree" aria-label={words.library} ref={tree.element} onKeyDown={(event) => tree.walk(event, open)}>
        {tree.rows.map((row) => (
          <RailRow
            key={row.key}
            row={row}
            current={row.key === currentId}
            reachable={row.key === tree.reachable}
            open={() => {
              tree.reach(row.key)
              open(row)
            }}
          />
        ))}
      </div>
    </nav>
  )
}

/** Rows of the tree, which of them the keyboard is on, and what keys do. */
function useTree(list: readonly PageSummary[], currentId: string | null) {
  const element = useRef<HTMLDivElement>(null)
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [reached, reach] = useState<string | null>(null)
  const papers = useMemo(() => treeOf(list), [list])
  const rows = useMemo(() => rowsOf(papers, openBranches(papers, currentId, toggled)), [papers, currentId, toggled])
  const at = Math.max(
    0,
    rows.findIndex((row) => row.key === (reached ?? currentId)),
  )
  const toggle = (key: string, open: boolean) => setToggled(new Map(toggled).set(key, open))
  useEffect(() => {
    reach(currentId)
    element.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" })
  }, [currentId])
  const move = (to: number) => {
    const row = rows[to]
    if (!row) return
    reach(row.key)
    element.current?.querySelectorAll<HTMLElement>("[role=treeitem]")[to]?.focus()
  }
  const typeAhead = useTypeAhead(rows)
  const ahead = (event: KeyboardEvent) => (event.nativeEvent.isComposing ? null : typeAhead(event.key, at))
  const walk = (event: KeyboardEvent, open: (row: Row) => void) => {
    const row = rows[at]
    if (!row || event.altKey || event.ctrlKey || event.metaKey) return
    const to = step(event.key, rows, at) ?? ahead(event)
    if (to !== null) move(to)
    else if (event.key === "Enter" || event.key === " ") open(row)
    else if (event.key === "ArrowRight" && row.kind !== "page") toggle(row.key, true)
    else if (event.key === "ArrowLeft" && row.kind !== "page") toggle(row.key, false)
    else return
    event.preventDefault()
  }
  return { element, rows, reachable: rows[at]?.key ?? null, reach, toggle, walk }
}

/** Typing goes to the next row that begins so; after a pause it begins anew. A space alone still opens. */
function useTypeAhead(rows: readonly Row[]): (key: string, at: number) => number | null {
  const typed = useRef({ text: "", at: 0 })
  return (key, at) => {
    const now = Date.now()
    const before = now - typed.current.at < 800 ? typed.current.text : ""
    if ([...key].length !== 1 || (key === " " && !before)) return null
    typed.current = { text: before + key, at: now }
    return rowTyped(rows, before + key, at)
  }
}

/** The row that a key leads to from row `at`; null for keys that do not move. */
function step(key: string, rows: readonly Row[], at: number): number | null {
  const row = rows[at]
  if (key === "ArrowDown") return Math.min(at + 1, rows.length - 1)
  if (key === "ArrowUp") return Math.max(at - 1, 0)
  if (key === "Home") return 0
  if (key === "End") return rows.length - 1
  if (key === "ArrowRight" && row?.kind !== "page" && row?.open) return at + 1
  const closed = row?.kind === "page" || (row?.kind === "issue" && !row.open)
  if (key === "ArrowLeft" && row && closed)
    return rows.findLastIndex((one, index) => index < at && one.level < row.level)
  return null
}
