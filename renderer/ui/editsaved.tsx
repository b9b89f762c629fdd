// Whether the open page's edits are committed, and whether anyone else is at it.
import { errorText } from "../../shared/i18n/errors.ts"
import type { WorkedPage } from "../state/desk.ts"
import { useSession, useWords } from "../state/session.ts"
import { useStore } from "../state/store.ts"

export function EditSaved() {
  const { current } = useSession()
  const page = useStore(current.store, (now) => (now.state === "open" ? now.page : null))
  return page && <Said key={page.editing.documentId} page={page} />
}

function Said({ page }: { page: WorkedPage }) {
  const { current, elsewhere, unsent } = useSession()
  const { words, language } = useWords()
  const saved = useStore(page.saver.saved)
  const changed = useStore(page.saver.elsewhere)
  const shared = useStore(elsewhere.shared)
  const lost = useStore(unsent.lost)
  return (
    <>
      <span data-saved={saved.state}>
        {saved.state === "saved" && words.saved}
        {saved.state === "saving" && words.saving}
        {saved.state === "unsaved" && words.editor.unsaved}
        {saved.state === "refused" && words.editor.refused}
        {(saved.state === "unsaved" || saved.state === "refused") &&
          saved.error &&
          `${words.colon}${errorText(saved.error, language)}`}
      </span>
      {saved.state === "refused" && (
        <button type="button" className="quiet" onClick={current.reopen}>
          {words.editor.reopen}
        </button>
      )}
      {(changed || shared) && (
        <span data-elsewhere={changed ? "changed" : "open"}>
          {changed ? words.editor.changedElsewhere : words.editor.elsewhere}
        </span>
      )}
      {lost > 0 && <span data-lost={lost}>{words.editor.lost(lost)}</span>}
    </>
  )
}
