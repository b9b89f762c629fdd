// What is shown where a pane could not be drawn. The others go on; React writes the error to the console, once.
import { Component, type ReactNode } from "react"
import { useWords } from "../state/session.ts"

interface Props {
  /** Another key begins anew. */
  children: ReactNode
}

export class Boundary extends Component<Props, { error: unknown }> {
  override state = { error: null as unknown }

  static getDerivedStateFromError(error: unknown) {
    return { error: error ?? new Error("unknown") }
  }

  override render() {
    const { error } = this.state
    return error === null ? this.props.children : <Broken error={error} again={() => this.setState({ error: null })} />
  }
}

function Broken({ error, again }: { error: unknown; again: () => void }) {
  const { words } = useWords()
  return (
    <section className="broken" aria-label={words.frame.broken} data-pane="broken" tabIndex={-1}>
      <div role="alert">
        <h2>{words.frame.broken}</h2>
        <p>{words.frame.brokenMore}</p>
      </div>
      <button type="button" onClick={again}>
        {words.frame.drawAgain}
      </button>
      <details>
        <summary>{words.frame.details}</summary>
        <pre>{error instanceof Error ? (error.stack ?? error.message) : String(error)}</pre>
      </details>
    </section>
  )
}
