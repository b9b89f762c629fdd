// How far the export is, how it ended, and what was left out of it and why.
import type { ExportJob } from "../state/exporting.ts"
import { useSession, useWords } from "../state/session.ts"
import { useStore } from "../state/store.ts"
import { reasonText } from "../ui/failuretext.ts"
import { pageName } from "../ui/pagename.ts"

export function Job() {
  const { exporting } = useSession()
  const { words } = useWords()
  const job = useStore(exporting.store)
  return (
    <div className="export-job" data-job={job?.state}>
      <p role="status">{job && <Said job={job} />}</p>
      {job?.state === "running" && (
        <>
          <progress max={job.total} value={job.done + job.failed.length} aria-label={words.publish.title} />
          <button type="button" onClick={exporting.cancel}>
            {words.cancel}
          </button>
        </>
      )}
      {job && job.failed.length > 0 && <Failed job={job} />}
    </div>
  )
}

function Said({ job: { state, total, done, file } }: { job: ExportJob }) {
  const { words } = useWords()
  if (state === "running") return words.publish.progress(done, total)
  if (state === "cancelled") return words.publish.cancelled
  return file === null ? words.publish.endedEmpty : words.publish.ended(file)
}

function Failed({ job: { failed } }: { job: ExportJob }) {
  const { words, language } = useWords()
  return (
    <div role="alert" className="export-failed">
      <p>{words.publish.failed(failed.length)}</p>
      <ul>
        {failed.map(({ page, error }) => (
          <li key={page.id}>
            {pageName(page, words)}
            {words.colon}
            {error ? reasonText(error, language) : words.hostUnreachable}
          </li>
        ))}
      </ul>
    </div>
  )
}
