// What can be done with the selected pages: give them all the same facts, or export them.
import { type FormEvent, type KeyboardEvent, useId, useMemo, useState } from "react"
import type { PageSummary } from "../../shared/contract.ts"
import { settableStates } from "../../shared/model/page.ts"
import type { Corrected, Correction } from "../state/pages.ts"
import { everything, none } from "../state/selection.ts"
import { useSession, useWords } from "../state/session.ts"
import { useStore } from "../state/store.ts"
import { type Fact, factFrom, useNewspapers } from "../ui/facts.ts"
import { reasonText } from "../ui/failuretext.ts"
import { pageName } from "../ui/pagename.ts"

interface Props {
  rows: readonly PageSummary[]
  toList: () => void
}

export function SelectionBar({ rows, toList }: Props) {
  const { selection, routes } = useSession()
  const { words } = useWords()
  const ids = useStore(selection, (now) => now.ids)
  const chosen = useMemo(() => rows.filter((page) => ids.has(page.id)), [rows, ids])
  const [result, setResult] = useState<Corrected | null>(null)
  const back = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key !== "Escape") return
    event.preventDefault()
    toList()
  }
  return (
    <section className="selection-bar" aria-label={words.choosing.bar} onKeyDown={back}>
      <div className="selection-head">
        <span role="status" className="muted">
          {words.choosing.selected(chosen.length)}
        </span>
        <button
          type="button"
          className="quiet"
          disabled={rows.length === 0 || chosen.length === rows.length}
          onClick={() =>
            selection.change((now) =>
              everything(
                now,
                rows.map((page) => page.id),
              ),
            )
          }
        >
          {words.choosing.all}
        </button>
        <button type="button" className="quiet" disabled={chosen.length === 0} onClick={() => selection.change(none)}>
          {words.choosing.clear}
        </button>
        <button
          type="button"
          className="export"
          disabled={chosen.length === 0}
          onClick={() => routes.go({ view: "export", scope: { of: "selected" } })}
        >
          {words.choosing.export}
        </button>
      </div>
      {chosen.length > 0 && <FactsForm chosen={chosen} tell={setResult} />}
      {result && <Result result={result} />}
    </section>
  )
}

type Typed = Record<Fact, string>
const nothingTyped: Typed = { newspaper: "", date: "", pageNumber: "", section: "", state: "" }

/** What was typed, as corrections; null where a date is not understood. Fields left empty change nothing. */
function factsFrom(typed: Typed, single: boolean): Correction | null {
  const facts: Record<string, string> = {}
  for (const [fact, text] of Object.entries(typed) as [Fact, string][]) {
    if (fact === "pageNumber" && !single) continue
    const value = factFrom(fact, text)
    if (value === undefined) return null
    if (value !== null) facts[fact] = value
  }
  return facts as Correction
}

function FactsForm({ chosen, tell }: { chosen: readonly PageSummary[]; tell: (result: Corrected) => void }) {
  const { pages } = useSession()
  const { words } = useWords()
  const [typed, setTyped] = useState(nothingTyped)
  const [busy, setBusy] = useState(false)
  const papers = useNewspapers()
  const list = useId()
  const single = chosen.length === 1
  const facts = factsFrom(typed, single)
  const ready = facts !== null && Object.keys(facts).length > 0
  const set = (fact: Fact) => (event: { target: { value: string } }) =>
    setTyped((now) => ({ ...now, [fact]: event.target.value }))
  const apply = async (event: FormEvent) => {
    event.preventDefault()
    if (!ready || busy) return
    setBusy(true)
    tell(await pages.correctAll(chosen, facts))
    setBusy(false)
    setTyped(nothingTyped)
  }
  const input = (fact: Exclude<Fact, "state">, more: { list?: string; disabled?: boolean; invalid?: boolean } = {}) => (
    <label data-fact={fact}>
      <span>{words.listing.column[fact]}</span>
      <input
        value={typed[fact]}
        placeholder={words.choosing.keep}
        maxLength={200}
        autoComplete="off"
        list={more.list}
        disabled={more.disabled}
        aria-invalid={more.invalid}
        onChange={set(fact)}
      />
    </label>
  )
  return (
    <form className="facts-form" onSubmit={apply}>
      {input("newspaper", { list })}
      {input("date", { invalid: facts === null })}
      {single && input("pageNumber")}
      {input("section")}
      <label data-fact="state">
        <span>{words.listing.column.state}</span>
        <select value={typed.state} onChange={set("state")}>
          <option value="">{words.choosing.keep}</option>
          {settableStates.map((state) => (
            <option key={state} value={state}>
              {words.pageState[state]}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="primary" disabled={!ready || busy}>
        {words.choosing.apply(chosen.length)}
      </button>
      {facts === null && (
        <span role="alert" className="muted">
          {words.dateHint}
        </span>
      )}
      <datalist id={list}>
        {papers.map((paper) => (
          <option key={paper} value={paper} />
        ))}
      </datalist>
    </form>
  )
}

const listedFailures = 5

function Result({ result: { changed, failed } }: { result: Corrected }) {
  const { words, language } = useWords()
  return (
    <div role="status" className="result">
      <p>
        {words.choosing.changed(changed)}
        {failed.length > 0 && ` · ${words.choosing.unchanged(failed.length)}`}
      </p>
      {failed.length > 0 && (
        <ul>
          {failed.slice(0, listedFailures).map(({ page, error }) => (
            <li key={page.id}>
              {pageName(page, words)}
              {words.colon}
              {error ? reasonText(error, language) : words.hostUnreachable}
            </li>
          ))}
          {failed.length > listedFailures && <li>{words.choosing.more(failed.length - listedFailures)}</li>}
        </ul>
      )}
    </div>
  )
}
