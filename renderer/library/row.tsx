// One row of the rail.
import type { PageSummary } from "../../shared/contract.ts"
import { useWords } from "../state/session.ts"
import { Icon } from "../ui/icon.tsx"
import { StateIcon } from "../ui/stateicon.tsx"
import type { Row } from "./tree.ts"

interface Props {
  row: Row
  current: boolean
  /** Whether Tab stops here. */
  reachable: boolean
  open: () => void
}

export function RailRow({ row, current, reachable, open }: Props) {
  const { words } = useWords()
  const branch = row.kind !== "page"
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree handles the keys of all its rows
    <div
      role="treeitem"
      className="rail-row"
      data-kind={row.kind}
      data-page={branch ? undefined : row.page.id}
      data-state={branch ? undefined : row.page.state}
      aria-level={row.level}
      aria-posinset={row.place}
      aria-setsize={row.of}
      aria-expanded={branch ? row.open : undefined}
      aria-selected={current}
      tabIndex={reachable ? 0 : -1}
      onClick={open}
    >
      {branch && <Icon name={row.open ? "down" : "right"} />}
      {row.kind === "paper" && <span className="name">{row.paper.newspaper ?? words.unknownPaper}</span>}
      {row.kind === "issue" && <span className="name">{row.issue.date ?? words.undated}</span>}
      {row.kind === "issue" && <span className="count">{row.issue.pages.length}</span>}
      {row.kind === "page" && <PageLabel page={row.page} />}
    </div>
  )
}

function PageLabel({ page }: { page: PageSummary }) {
  const about = page.section ?? page.headlines[0] ?? (page.pageNumber === null ? null : page.source)
  return (
    <>
      <span className="number">{page.pageNumber ?? page.source}</span>
      <span className="about">{about}</span>
      <StateIcon state={page.state} />
    </>
  )
}
