// What is known of the page, above its articles.
import { useId, useMemo } from "react"
import type { PageSummary } from "../../shared/contract.ts"
import type { Correction } from "../state/pages.ts"
import { useSession, useWords } from "../state/session.ts"
import { useStore } from "../state/store.ts"
import { isoDate, weekday } from "../ui/date.ts"
import { StateIcon } from "../ui/stateicon.tsx"
import { Field } from "./field.tsx"

const settable = ["recognized", "proof", "final"] as const

const asTyped = (typed: string): string | null => typed || null
const asDate = (typed: string): string | null | undefined => (typed ? (isoDate(typed) ?? undefined) : null)

export function PageFacts({ page }: { page: PageSummary }) {
  const { pages } = useSession()
  const { words, language } = useWords()
  const save = (facts: Correction) => pages.correct(page, facts)
  const papers = useNewspapers()
  const list = useId()
  const day = page.date && ` ${weekday(page.date, language === "zh" ? "zh-CN" : "en")}`
  return (
    <form className="facts" aria-label={words.facts} onSubmit={(event) => event.preventDefault()}>
      <Field
        name="newspaper"
        label={words.newspaper}
        value={page.newspaper}
        read={asTyped}
        list={list}
        maxLength={200}
        save={(newspaper) => save({ newspaper })}
      />
      <datalist id={list}>
        {papers.map((paper) => (
          <option key={paper} value={paper} />
        ))}
      </datalist>
      <Field
        name="date"
        label={`${words.date}${day ?? ""}`}
        value={page.date}
        read={asDate}
        hint={words.dateHint}
        save={(date) => save({ date })}
      />
      <Field
        name="pageNumber"
        label={words.pageNumber}
        value={page.pageNumber}
        read={asTyped}
        maxLength={200}
        save={(pageNumber) => save({ pageNumber })}
      />
      <Field
        name="section"
        label={words.section}
        value={page.section}
        read={asTyped}
        maxLength={200}
        save={(section) => save({ section })}
      />
      <StateChoice page={page} save={save} />
    </form>
  )
}

function StateChoice({ page, save }: { page: PageSummary; save: (facts: Correction) => Promise<void> }) {
  const { notices } = useSession()
  const { words } = useWords()
  const choices = settable.some((state) => state === page.state) ? settable : ([page.state, ...settable] as const)
  return (
    <div className="field" data-fact="state">
      <label>
        <span>{words.state}</span>
        <span className="state-choice">
          <StateIcon state={page.state} />
          <select
            value={page.state}
            onChange={(event) => notices.watch(save({ state: event.target.value as (typeof settable)[number] }))}
          >
            {choices.map((state) => (
              <option key={state} value={state} disabled={!settable.some((one) => one === state)}>
                {words.pageState[state]}
              </option>
            ))}
          </select>
        </span>
      </label>
    </div>
  )
}

/** Names of the newspapers in the library, to choose from. */
function useNewspapers(): string[] {
  const list = useStore(useSession().pages.store, (now) => now.pages)
  return useMemo(() => [...new Set(list.flatMap((page) => page.newspaper ?? []))].sort(), [list])
}
