// The state of a page by shape: ○ new, ◔ recognized, ◐ in proof, ● final, ! needs attention.
import type { PageState } from "../../shared/model/page.ts"
import { useWords } from "../state/session.ts"

const filled: Record<PageState, string | null> = {
  new: null,
  recognized: "M8 8V2.5A5.5 5.5 0 0 1 13.5 8Z",
  proof: "M8 2.5a5.5 5.5 0 0 1 0 11Z",
  final: "M8 2.5a5.5 5.5 0 0 1 0 11a5.5 5.5 0 0 1 0-11Z",
  attention: null,
}

export function StateIcon({ state }: { state: PageState }) {
  const { words } = useWords()
  const name = words.pageState[state]
  return (
    <svg className="state-icon" data-state={state} viewBox="0 0 16 16" role="img" aria-label={name}>
      <title>{name}</title>
      {state === "attention" ? (
        <path className="mark" d="M8 2.2v7.4M8 11.8v2.2" />
      ) : (
        <circle className="ring" cx="8" cy="8" r="5.5" />
      )}
      {filled[state] && <path className="fill" d={filled[state]} />}
    </svg>
  )
}
