// One fact of one page, changed in the list: Enter or leaving the cell keeps it, Esc gives the change up. Where the page
// was changed elsewhere meanwhile, the person is told and decides by pressing Enter again.
import { type KeyboardEvent, useEffect, useRef, useState } from "react"
import type { PageSummary } from "../../shared/contract.ts"
import { AppError } from "../../shared/errors.ts"
import { settableStates } from "../../shared/model/page.ts"
import type { Column } from "../state/listing.ts"
import type { Correction } from "../state/pages.ts"
import { useSession, useWords } from "../state/session.ts"
import { type Fact, factFrom } from "../ui/facts.ts"
import { failureText } from "../ui/failuretext.ts"
import { pageName } from "../ui/pagename.ts"

interface Props {
  page: PageSummary
  column: Column
  papers: string
  done: () => void
}

export function CellEditor({ page, column, papers, done }: Props) {
  const fact = column as Fact
  const { words } = useWords()
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null)
  const { draft, type, trouble, keep, press, leave } = useDraft(page, fact, done)
  useEffect(() => {
    field.current?.focus()
    if (fact !== "state") field.current?.select()
  }, [fact])
  const common = {
    ref: field,
    "aria-label": `${words.listing.edit(words.listing.column[fact])} ${pageName(page, words)}`,
    "aria-invalid": trouble !== null,
    value: draft,
    onKeyDown: press,
    onBlur: leave,
  }
  return (
    <>
      {fact === "state" ? (
        <select {...common} onChange={(event) => void keep(event.target.value)}>
          {!settableStates.some((state) => state === page.state) && (
            <option value={page.state} disabled>
              {words.pageState[page.state]}
            </option>
          )}
          {settableStates.map((state) => (
            <option key={state} value={state}>
              {words.pageState[state]}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...common}
          list={fact === "newspaper" ? papers : undefined}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => type(event.target.value)}
        />
      )}
      {trouble && <p role="alert">{trouble}</p>}
    </>
  )
}

function useDraft(page: PageSummary, fact: Fact, done: () => void) {
  const { pages } = useSession()
  const { words, language } = useWords()
  const [draft, setDraft] = useState(page[fact] ?? "")
  const [trouble, setTrouble] = useState<string | null>(null)
  /** Set once the change has been kept or given up: the field leaves the screen, and its going is no wish. */
  const over = useRef(false)
  const type = (text: string) => {
    setDraft(text)
    setTrouble(null)
  }
  const end = () => {
    over.current = true
    done()
  }
  const keep = async (typed = draft) => {
    const value = factFrom(fact, typed)
    if (value === undefined) return setTrouble(words.dateHint)
    if (value === page[fact]) return end()
    over.current = true
    try {
      await pages.correct(page, { [fact]: value } as Correction)
      done()
    } catch (error) {
      over.current = false
      setDraft(typed)
      const now = pages.store.get().pages.find((one) => one.id === page.id)
      const conflict = error instanceof AppError && error.code === "conflict"
      setTrouble(conflict ? words.listing.changedElsewhere(now?.[fact] ?? words.empty) : failureText(error, language))
    }
  }
  const press = (event: KeyboardEvent) => {
    // The list's own keys and the window's wait until the field is left.
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === "Enter") void keep()
    else if (event.key === "Escape") end()
    else return
    event.preventDefault()
  }
  const leave = () => {
    if (!over.current && trouble === null) void keep()
  }
  return { draft, type, trouble, keep, press, leave }
}
