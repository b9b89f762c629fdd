// How the open page is being read again, or how that ended.
import { errorText } from "../../shared/i18n/errors.ts"
import { useSession, useWords } from "../state/session.ts"
import { useStore } from "../state/store.ts"

export function Rereading() {
  const { current, recognizing, notices } = useSession()
  const { words, language } = useWords()
  const pageId = useStore(current.store, (now) => (now.state === "none" ? null : now.pageId))
  const job = useStore(recognizing.store, (now) => (pageId ? now[pageId] : undefined))
  if (!job) return null
  const { running, done, failed, cancelled } = words.frame.rereading
  return (
    <span data-rereading={job.state}>
      {job.state === "running" && (
        <>
          <progress
            {...(job.progress && { max: Math.max(1, job.progress.total), value: job.progress.done })}
            aria-label={running}
          />
          {running}
          <button type="button" className="quiet" onClick={() => notices.watch(recognizing.cancel(job.pageId))}>
            {words.cancel}
          </button>
        </>
      )}
      {job.state === "done" && done(job.conflicts)}
      {job.state === "cancelled" && cancelled}
      {job.state === "failed" && `${failed}${job.error ? words.colon + errorText(job.error, language) : ""}`}
    </span>
  )
}
