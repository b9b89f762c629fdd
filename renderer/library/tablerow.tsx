// One page in the list.
import { type MouseEvent, memo } from "react"
import type { PageSummary } from "../../shared/contract.ts"
import { type Column, columns } from "../state/listing.ts"
import type { Choice } from "../state/selection.ts"
import { useWords } from "../state/session.ts"
import { pageName } from "../ui/pagename.ts"
import { CellValue, isEditable } from "./cell.tsx"
import { CellEditor } from "./celleditor.tsx"

interface Props {
  page: PageSummary
  index: number
  top: number
  selected: boolean
  /** The column where Tab stops; null in all rows but one. */
  reachable: Column | null
  editing: Column | null
  /** Id of the list of known newspapers. */
  papers: string
  choose: (how: Choice, column: Column) => void
  edit: (column: Column) => void
  done: () => void
}

const howBy = ({ shiftKey, ctrlKey, metaKey }: MouseEvent): Choice =>
  shiftKey ? "range" : ctrlKey || metaKey ? "toggle" : "one"

export const TableRow = memo(Row, (old, now) =>
  (["page", "index", "top", "selected", "reachable", "editing"] as const).every((key) => old[key] === now[key]),
)

function Row({ page, index, top, selected, reachable, editing, papers, choose, edit, done }: Props) {
  const { words } = useWords()
  return (
    <div
      role="row"
      className="table-row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-row={page.id}
      data-state={page.state}
      style={{ transform: `translateY(${top}px)` }}
    >
      {columns.map((column) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the table handles the keys of all its cells
        <div
          role="gridcell"
          key={column}
          data-column={column}
          tabIndex={column === reachable ? 0 : -1}
          onClick={(event) => editing !== column && choose(howBy(event), column)}
          onDoubleClick={() => isEditable(column) && edit(column)}
        >
          {column === "state" && (
            // biome-ignore lint/a11y/useKeyWithClickEvents: Space does the same
            // biome-ignore lint/a11y/noStaticElementInteractions: a place to click for those who have no Ctrl key at hand
            <span
              className="check"
              title={words.listing.selectRow(pageName(page, words))}
              onDoubleClick={(event) => event.stopPropagation()}
              onClick={(event) => {
                event.stopPropagation()
                choose(event.shiftKey ? "range" : "toggle", column)
              }}
            />
          )}
          {editing === column ? (
            <CellEditor page={page} column={column} papers={papers} done={done} />
          ) : (
            <CellValue page={page} column={column} />
          )}
        </div>
      ))}
    </div>
  )
}
