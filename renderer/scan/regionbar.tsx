// Reading one region of the page again: which one, how, and the button. Esc closes it.
import { type ReactNode, useEffect, useRef } from "react"
import type { RegionReading } from "../state/recognizing.ts"
import { useSession, useWords } from "../state/session.ts"
import { type Store, useStore } from "../state/store.ts"
import { Icon } from "../ui/icon.tsx"
import type { Region } from "./region.ts"

interface Props {
  pageId: string
  region: Store<Region>
  close: () => void
}

export function RegionBar({ pageId, region, close }: Props) {
  const { recognizing, notices, settings } = useSession()
  const { words } = useWords()
  const { boxes, drawn } = useStore(region)
  const running = useStore(recognizing.store, (now) => now[pageId]?.state === "running")
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  const { ofCaret, none, draw, start } = words.frame.region
  const possible = boxes.length > 0 && !running
  const begin = () => {
    if (!possible) return
    const without = [...settings.get().without]
    const input = { pageId, ...recognizing.region.get(), without, region: boxes.map(([...box]) => box) }
    notices.watch(recognizing.start(input))
    close()
  }
  return (
    <form
      className="region-bar"
      aria-label={words.command["region.recognize"]}
      data-region={drawn ? "drawn" : boxes.length > 0 ? "caret" : "none"}
      onSubmit={(event) => {
        event.preventDefault()
        begin()
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return
        event.preventDefault()
        event.stopPropagation()
        close()
      }}
    >
      <div className="region-chosen">
        <strong>{drawn ? words.frame.region.drawn : boxes.length > 0 ? ofCaret : none}</strong>
        <span className="muted">{draw}</span>
        <button type="button" className="quiet" aria-label={words.cancel} onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      <Choice name="engine" of={words.frame.region.engines}>
        {words.frame.region.engine}
      </Choice>
      <Choice name="script" of={words.scripts}>
        {words.script}
      </Choice>
      <Choice name="direction" of={words.frame.region.directions}>
        {words.frame.region.direction}
      </Choice>
      <button ref={button} type="submit" className="primary" aria-disabled={!possible}>
        {start}
      </button>
    </form>
  )
}

interface ChoiceProps<N extends keyof RegionReading> {
  name: N
  /** What each value is called. */
  of: Record<RegionReading[N], string>
  children: ReactNode
}

function Choice<N extends keyof RegionReading>({ name, of, children }: ChoiceProps<N>) {
  const { recognizing } = useSession()
  const value = useStore(recognizing.region, (now) => now[name])
  return (
    <label>
      <span>{children}</span>
      <select
        data-choose={name}
        value={value}
        onChange={(event) => recognizing.region.change((now) => ({ ...now, [name]: event.target.value }))}
      >
        {Object.entries<string>(of).map(([one, called]) => (
          <option key={one} value={one}>
            {called}
          </option>
        ))}
      </select>
    </label>
  )
}
