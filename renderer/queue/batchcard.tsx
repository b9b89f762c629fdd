// Files on their way to the host, or those of them that could not be sent.
import type { Batch } from "../state/sending.ts"
import { useSession, useWords } from "../state/session.ts"
import { reasonText } from "../ui/failuretext.ts"

export function BatchCard({ batch }: { batch: Batch }) {
  const { sending, imports, notices } = useSession()
  const { words, language } = useWords()
  const busy = batch.state === "sending"
  const again = async () => {
    const importId = await sending.retry(batch.id)
    if (importId) await imports.look(importId)
  }
  return (
    <section className="import" aria-label={busy ? words.sendingTitle : words.unsentTitle} data-batch={batch.state}>
      <header>
        <h2>{busy ? words.sendingTitle : words.unsentTitle}</h2>
        <span className="muted">
          {busy ? words.filesDone(batch.sent, batch.total) : words.importTitle(batch.failed.length)}
        </span>
        <span className="actions">
          {busy && (
            <button type="button" onClick={() => sending.cancel(batch.id)}>
              {words.cancel}
            </button>
          )}
          {!busy && (
            <button type="button" onClick={() => notices.watch(again())}>
              {words.sendAgain}
            </button>
          )}
          {!busy && (
            <button type="button" className="quiet" onClick={() => sending.dismiss(batch.id)}>
              {words.dismiss}
            </button>
          )}
        </span>
      </header>
      {busy && <progress max={batch.total} value={batch.sent} aria-label={words.sendingTitle} />}
      <ul className="items">
        {batch.failed.map(({ file, error }, at) => (
          <li key={at} className="item" data-state="failed">
            <span className="item-name">{file.name}</span>
            <span className="item-why">{error ? reasonText(error, language) : words.hostUnreachable}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
