// Export: what, in which format, how it will look, and the one button.
import { useEffect, useMemo, useRef } from "react"
import type { PageSummary } from "../../shared/contract.ts"
import { safeName } from "../../shared/export/filenames.ts"
import type { Scope } from "../state/route.ts"
import { useSession, useWords } from "../state/session.ts"
import { useStore } from "../state/store.ts"
import { Formats, Scopes } from "./choices.tsx"
import { Job } from "./job.tsx"
import { Preview } from "./preview.tsx"
import { pagesOf } from "./scope.ts"

export function Export({ scope }: { scope: Scope }) {
  const { pages, selection, exporting } = useSession()
  const { words } = useWords()
  const list = useStore(pages.store, (now) => now.pages)
  const selected = useStore(selection, (now) => now.ids)
  const chosen = useMemo(() => pagesOf(scope, list, selected), [scope, list, selected])
  const running = useStore(exporting.store, (now) => now?.state === "running")
  const button = useRef<HTMLButtonElement>(null)
  const start = useStart(scope, chosen)
  useEffect(() => button.current?.focus(), [])
  return (
    <main className="export-view" data-pane="export" tabIndex={-1} aria-label={words.publish.title}>
      <section className="export-choices" aria-label={words.publish.scope}>
        <h1>{words.publish.title}</h1>
        <Scopes scope={scope} list={list} selected={selected} />
        <Formats disabled={running} />
        <div className="export-start">
          <button
            ref={button}
            type="button"
            className="primary"
            aria-disabled={running || chosen.length === 0}
            data-action="start-export"
            onClick={start}
          >
            {words.publish.start}
          </button>
          <span className="muted">
            {chosen.length === 0
              ? words.publish.nothing
              : chosen.length === 1
                ? words.publish.oneFile
                : words.publish.zip(chosen.length)}
          </span>
        </div>
        <Job />
      </section>
      <Preview pages={chosen} />
    </main>
  )
}

/** Begins the export of what is chosen; a zip is named after what it holds. */
function useStart(scope: Scope, chosen: readonly PageSummary[]): () => void {
  const { exporting, notices } = useSession()
  const { words } = useWords()
  return () => {
    if (chosen.length === 0) return
    const name =
      scope.of === "issue"
        ? [scope.newspaper ?? words.unknownPaper, scope.date ?? words.undated].join(" ")
        : `${scope.of === "all" ? words.publish.everything : words.publish.selection} ${today()}`
    notices.watch(exporting.start(chosen, safeName(name)))
  }
}

/** The day by the clock on the wall. */
function today(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-")
}
