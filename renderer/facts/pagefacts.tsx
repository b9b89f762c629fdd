// What is known of the page, above its articles.
import { useId } from "react"
import type { PageSummary } from "../../shared/contract.ts"
import { settableStates } from "../../shared/model/page.ts"
import type { Correction } from "../state/pages.ts"
import { useSession, useWords } from "../state/session.ts"
import { weekday } from "../ui/date.ts"
import { type Fact, factFrom, useNewspapers } from "../ui/facts.ts"
import { StateIcon } from "../ui/stateicon.tsx"
import { Field } from "./field.tsx"

const readAs = (fact: Fact) => (typed: string) => factFrom(fact, typed)

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
        read={readAs("newspaper")}
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
        read={readAs("date")}
        hint={words.dateHint}
        save={(date) => save({ date })}
      />
      <Field
        name="pageNumber"
        label={words.pageNumber}
        value={page.pageNumber}
        read={readAs("pageNumber")}
        maxLength={200}
        save={(pageNumber) => save({ pageNumber })}
      />
      <Field
        name="section"
        label={words.section}
        value={page.section}
        read={readAs("section")}
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
  const choices = settableStates.some((state) => state === page.state)
    ? settableStates
    : ([page.state, ...settableStates] as const)
  return (
    <div className="field" data-fact="state">
      <label>
        <span>{words.state}</span>
        <span className="state-choice">
          <StateIcon state={page.state} />
          <select
            value={page.state}
            onChange={(event) => notices.watch(save({ state: event.target.value as (typeof settableStates)[number] }))}
          >
            {choices.map((state) => (
              <option key={state} value={state} disabled={!settableStates.some((one) => one === state)}>
                {words.pageState[state]}
              </option>
            ))}
          </select>
        </span>
      </label>
    </div>
  )
}
