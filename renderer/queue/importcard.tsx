// One import: how far it is, what can be done about it, and each of its files.
import { useEffect, useState } from "react"
import type { ImportSummary } from "../../shared/contract.ts"
import { finished } from "../state/imports.ts"
import { useSession, useWords } from "../state/session.ts"
import { useStore } from "../state/store.ts"
import { useTimeLeft } from "../ui/timeleft.ts"
import { Items } from "./items.tsx"

interface Props {
  summary: ImportSummary
  startOpen: boolean
}

export function ImportCard({ summary, startOpen }: Props) {
  const { imports, notices } = useSession()
  const { words } = useWords()
  const [open, setOpen] = useState(startOpen)
  const items = useStore(imports.store, (now) => now.items[summary.id])
  useEffect(() => {
    if (open && !items) notices.watch(imports.look(summary.id))
  }, [open, items, imports, notices, summary.id])
  const left = useTimeLeft(summary)
  const name = `${words.importTitle(summary.total)} · ${words.importState[summary.state]}`
  return (
    <section className="import" aria-label={name} data-import={summary.state}>
      <header>
        <h2>{words.importState[summary.state]}</h2>
        <span className="muted">{words.filesDone(finished(summary), summary.total)}</span>
        {left !== null && (
          <span className="muted" data-left>
            {words.queueing.left(left)}
          </span>
        )}
        <Actions summary={summary} />
      </header>
      <progress max={Math.max(1, summary.total)} value={finished(summary)} aria-label={name} />
      <Counts summary={summary} />
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{words.queueing.items}</summary>
        {items && <Items importId={summary.id} items={items} />}
      </details>
    </section>
  )
}

function Actions({ summary }: { summary: ImportSummary }) {
  const { imports, notices } = useSession()
  const { words } = useWords()
  const unfinished = summary.failed + summary.cancelled > 0
  return (
    <span className="actions">
      {summary.state === "running" && (
        <button type="button" onClick={() => notices.watch(imports.cancel(summary.id))}>
          {words.cancel}
        </button>
      )}
      {summary.state === "waiting" && (
        <button type="button" onClick={() => notices.watch(imports.resume(summary.id))}>
          {words.resume}
        </button>
      )}
      {summary.state === "ended" && unfinished && (
        <button type="button" onClick={() => notices.watch(imports.resume(summary.id))}>
          {words.retryFailed}
        </button>
      )}
    </span>
  )
}

function Counts({ summary }: { summary: ImportSummary }) {
  const { words } = useWords()
  const kinds = ["done", "duplicate", "failed", "cancelled"] as const
  return (
    <p className="counts">
      {kinds.map(
        (kind) =>
          summary[kind] > 0 && (
            <span key={kind} data-count={kind}>
              {words.counted[kind]} {summary[kind]}
            </span>
          ),
      )}
    </p>
  )
}
