// What of the list is shown: by words, and by state with how many there are of each.
import type { KeyboardEvent } from "react"
import type { PageSummary } from "../../shared/contract.ts"
import { type PageState, pageStates } from "../../shared/model/page.ts"
import { useSession, useWords } from "../state/session.ts"
import { useStore } from "../state/store.ts"
import { StateIcon } from "../ui/stateicon.tsx"

interface Props {
  list: readonly PageSummary[]
  shown: number
  /** Puts the keyboard into the list. */
  toList: () => void
}

export function Filters({ list, shown, toList }: Props) {
  const { listing } = useSession()
  const { words } = useWords()
  const text = useStore(listing, (now) => now.text)
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key !== "ArrowDown") return
    event.preventDefault()
    toList()
  }
  return (
    <div className="filters">
      <search>
        <input
          type="search"
          aria-label={words.listing.filter}
          placeholder={words.listing.filterPlaceholder}
          maxLength={200}
          value={text}
          onChange={(event) => listing.change((now) => ({ ...now, text: event.target.value }))}
          onKeyDown={press}
        />
      </search>
      <States list={list} />
      <span className="muted shown" role="status">
        {shown < list.length && words.listing.shown(shown, list.length)}
      </span>
    </div>
  )
}

function States({ list }: { list: readonly PageSummary[] }) {
  const { listing } = useSession()
  const { words } = useWords()
  const chosen = useStore(listing, (now) => now.state)
  const choose = (state: PageState | null) => listing.change((now) => ({ ...now, state }))
  const counts = pageStates.map((state) => ({ state, count: list.filter((page) => page.state === state).length }))
  return (
    <fieldset className="states" aria-label={words.listing.states}>
      <button type="button" className="quiet" aria-pressed={chosen === null} onClick={() => choose(null)}>
        {words.listing.allStates}
      </button>
      {counts.map(({ state, count }) =>
        count === 0 && state !== chosen ? null : (
          <button
            type="button"
            className="quiet"
            key={state}
            aria-pressed={chosen === state}
            data-filter={state}
            onClick={() => choose(chosen === state ? null : state)}
          >
            <StateIcon state={state} /> {words.pageState[state]} <b>{count}</b>
          </button>
        ),
      )}
    </fieldset>
  )
}
