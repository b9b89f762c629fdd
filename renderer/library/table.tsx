// The list of pages: a grid of which only the rows in sight are in the document. One cell at a time is in the tab order;
// the row it is in is always there, so that the keyboard never loses its place.
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual"
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react"
import type { PageSummary } from "../../shared/contract.ts"
import { type Column, columns, nextSort } from "../state/listing.ts"
import { type Choice, choose, moved } from "../state/selection.ts"
import { useSession, useWords } from "../state/session.ts"
import { useStore } from "../state/store.ts"
import { useNewspapers } from "../ui/facts.ts"
import { Icon } from "../ui/icon.tsx"
import { isEditable } from "./cell.tsx"
import { act, columnFor, rowFor } from "./gridkeys.ts"
import { TableRow } from "./tablerow.tsx"

/** Pixels, as in library.css. */
const rowHeight = 34
const headHeight = 32

export function PageTable({ rows }: { rows: readonly PageSummary[] }) {
  const { words } = useWords()
  const papers = useId()
  const grid = useGrid(rows)
  const names = useNewspapers()
  return (
    <div
      role="grid"
      className="page-table"
      aria-label={words.listing.table}
      aria-description={words.listing.help}
      aria-rowcount={rows.length + 1}
      aria-multiselectable="true"
      tabIndex={-1}
      ref={grid.scroll}
      onKeyDown={grid.press}
    >
      <Head toBody={grid.focusRow} />
      <div role="rowgroup" className="table-body" style={{ height: grid.height }}>
        {grid.items.map(({ index, start }) => {
          const page = rows[index]
          return page ? (
            <TableRow
              key={page.id}
              page={page}
              index={index}
              top={start - headHeight}
              selected={grid.ids.has(page.id)}
              reachable={index === grid.at ? grid.column : null}
              editing={grid.editing?.id === page.id ? grid.editing.column : null}
              papers={papers}
              choose={(how, column) => grid.chooseRow(page.id, how, column)}
              edit={(column) => grid.edit({ id: page.id, column })}
              done={() => grid.edit(null)}
            />
          ) : null
        })}
      </div>
      <datalist id={papers}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </div>
  )
}

interface Cell {
  id: string
  column: Column
}

function useGrid(rows: readonly PageSummary[]) {
  const session = useSession()
  const { selection } = session
  const now = useStore(selection)
  const scroll = useRef<HTMLDivElement>(null)
  const [column, setColumn] = useState<Column>("newspaper")
  const [editing, setEditing] = useState<Cell | null>(null)
  const order = useMemo(() => rows.map((page) => page.id), [rows])
  const at = Math.max(0, order.indexOf(now.at ?? ""))
  const virtual = useRowsInSight(scroll, rows.length, at)
  // Rows are drawn anew only when they themselves change, so what they call must look up what is true by then.
  const latest = useRef({ order, at })
  useEffect(() => {
    latest.current = { order, at }
  })
  /** Set when the keyboard is to be put on its cell after the next drawing. */
  const wanted = useRef(false)
  useEffect(() => {
    if (!wanted.current) return
    wanted.current = false
    scroll.current?.querySelector<HTMLElement>("[role=gridcell][tabindex='0']")?.focus({ preventScroll: true })
  })
  const focusRow = (index = latest.current.at) => {
    wanted.current = true
    virtual.scrollToIndex(index)
    selection.change((old) => ({ ...old }))
  }
  const goTo = (index: number, extend: boolean) => {
    const id = order[Math.min(Math.max(index, 0), order.length - 1)]
    if (id === undefined) return
    selection.change((old) => (extend ? choose(old, order, id, "range") : moved(old, id)))
    focusRow(order.indexOf(id))
  }
  const edit = (cell: Cell | null) => {
    setEditing(cell)
    if (!cell) return focusRow()
    setColumn(cell.column)
  }
  const press = (event: KeyboardEvent) => {
    const page = rows[at]
    if (editing || !page || event.nativeEvent.isComposing || event.altKey) return
    if (!(event.target as HTMLElement).closest("[role=gridcell]")) return
    const pageful = Math.max(1, Math.floor(((scroll.current?.clientHeight ?? 0) - headHeight) / rowHeight) - 1)
    const to = rowFor(event, at, order.length, pageful)
    const side = columnFor(event, column)
    if (to === -1) focusHead(scroll.current, column)
    else if (to !== null) goTo(to, event.shiftKey)
    else if (side) {
      setColumn(side)
      focusRow()
    } else if (!act(event, session, page, order, () => isEditable(column) && edit({ id: page.id, column }))) return
    event.preventDefault()
  }
  return {
    scroll,
    ids: now.ids,
    at,
    column,
    editing,
    items: virtual.getVirtualItems(),
    height: virtual.getTotalSize(),
    press,
    focusRow,
    edit,
    chooseRow: (id: string, how: Choice, on: Column) => {
      setColumn(on)
      wanted.current = true
      selection.change((old) => choose(old, latest.current.order, id, how))
    },
  }
}

function useRowsInSight(scroll: React.RefObject<HTMLDivElement | null>, count: number, at: number) {
  return useVirtualizer({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    initialOffset: () => Math.max(0, at - 4) * rowHeight,
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range)
      return at >= count || shown.includes(at) ? shown : [...shown, at].sort((a, b) => a - b)
    },
  })
}

const focusHead = (table: HTMLElement | null, column: Column) =>
  table?.querySelector<HTMLElement>(`[role=columnheader][data-column=${column}] button`)?.focus()

/** Names of the columns, which sort. The arrow keys lead here from the first row, along the names and back. */
function Head({ toBody }: { toBody: () => void }) {
  const { listing } = useSession()
  const { words } = useWords()
  const sort = useStore(listing, (now) => now.sort)
  const press = (event: KeyboardEvent<HTMLElement>, at: number) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (event.key === "ArrowDown") toBody()
    else if (step) focusHead(event.currentTarget.closest("[role=grid]"), columns[at + step] ?? columns[at] ?? "state")
    else return
    event.preventDefault()
  }
  return (
    <div role="rowgroup" className="table-head">
      <div role="row" aria-rowindex={1}>
        {columns.map((column, at) => (
          <div
            role="columnheader"
            key={column}
            data-column={column}
            aria-sort={sort?.by !== column ? "none" : sort.descending ? "descending" : "ascending"}
          >
            <button
              type="button"
              className="quiet"
              tabIndex={-1}
              title={words.listing.sortBy(words.listing.column[column])}
              onClick={() => listing.change((now) => ({ ...now, sort: nextSort(now.sort, column) }))}
              onKeyDown={(event) => press(event, at)}
            >
              {words.listing.column[column]}
              {sort?.by === column && <Icon name="down" />}
            </button>
          </div>
        ))}
      </div>
    </div>
  )
}
