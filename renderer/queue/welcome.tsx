// The first screen of an empty library: what this is for, and the one thing to do.
import { useWords } from "../state/session.ts"
import { ChooseFiles } from "./choose.tsx"

export function Welcome() {
  const { words } = useWords()
  return (
    <main className="welcome" data-pane="welcome" tabIndex={-1}>
      <div className="welcome-card">
        <Specimen />
        <h1>{words.welcome}</h1>
        <p>{words.welcomeMore}</p>
        <ChooseFiles />
        <p className="muted">{words.orDrop}</p>
      </div>
    </main>
  )
}

/** A column of broken lines becoming an article, in the proofreader's red. */
function Specimen() {
  return (
    <svg className="specimen" viewBox="0 0 200 72" aria-hidden="true">
      <path className="ink" d="M8 10h52M8 20h44M8 30h52M8 40h30M8 50h52M8 60h38" />
      <path className="pen" d="M54 20c8 0 8 10 4 10M40 40c14 0 26 2 20 10" />
      <path className="arrow" d="M82 36h26M100 29l8 7-8 7" />
      <path className="head" d="M130 12h62" />
      <path className="ink" d="M138 28h54M130 38h62M130 48h62M130 58h34" />
    </svg>
  )
}
