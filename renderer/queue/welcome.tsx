// The first screen of an empty library: three ways to begin, and nothing else.
import { type ReactNode, useEffect, useId, useRef } from "react"
import { useSession, useWords } from "../state/session.ts"
import { ChooseFiles } from "./choose.tsx"

export function Welcome() {
  const { commands } = useSession()
  const { words } = useWords()
  const main = useRef<HTMLElement>(null)
  useEffect(() => main.current?.querySelector("button")?.focus(), [])
  return (
    <main className="welcome" data-pane="welcome" tabIndex={-1} aria-label={words.app} ref={main}>
      <h1>{words.welcome.title}</h1>
      <div className="welcome-cards">
        <Card title={words.welcome.sample} more={words.welcome.sampleMore} drawing={<Specimen />}>
          <button type="button" data-action="sample" onClick={() => commands.run("import.sample")}>
            {words.welcome.openSample}
          </button>
        </Card>
        <Card title={words.welcome.import} more={words.welcome.importMore} drawing={<Sheets />}>
          <ChooseFiles />
        </Card>
        <Card title={words.welcome.library} more={words.welcome.libraryMore} drawing={<Shelf />}>
          <button type="button" data-action="libraries" onClick={() => commands.run("library.open")}>
            {words.welcome.openLibrary}
          </button>
        </Card>
      </div>
    </main>
  )
}

interface CardProps {
  title: string
  more: string
  drawing: ReactNode
  children: ReactNode
}

function Card({ title, more, drawing, children }: CardProps) {
  const name = useId()
  return (
    <section className="welcome-card" aria-labelledby={name}>
      {drawing}
      <h2 id={name}>{title}</h2>
      <p className="muted">{more}</p>
      {children}
    </section>
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

/** Pages on their way in. */
function Sheets() {
  return (
    <svg className="specimen" viewBox="0 0 200 72" aria-hidden="true">
      <path className="edge" d="M20 8h40v56H20ZM30 4h40v56" />
      <path className="arrow" d="M86 36h26M104 29l8 7-8 7" />
      <path className="edge" d="M130 22v42h54V22" />
      <path className="ink" d="M140 14h34M140 24h34M140 34h34M140 44h34M140 54h22" />
    </svg>
  )
}

/** Bound volumes on a shelf. */
function Shelf() {
  return (
    <svg className="specimen" viewBox="0 0 200 72" aria-hidden="true">
      <path
        className="edge"
        d="M52 12h16v48H52ZM72 18h12v42H72ZM88 8h18v52H88ZM110 14h14v46h-14ZM128 20l12-4 12 40-12 4Z"
      />
      <path className="head" d="M36 64h128" />
      <path className="pen" d="M93 18h8M93 24h8" />
    </svg>
  )
}
