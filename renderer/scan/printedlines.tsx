// A page that came as text has no scan: its printed lines stand in its place, exactly as they came.
import { useRef } from "react"
import type { Recognition } from "../../shared/model/recognition.ts"
import { articleOfBlock, type ShownPage } from "../state/blocks.ts"
import { useSession, useWords } from "../state/session.ts"
import { useStore } from "../state/store.ts"
import { useReveal } from "./reveal.ts"

export function PrintedLines({ recognition, page }: { recognition: Recognition; page: ShownPage }) {
  const { lights } = useSession()
  const { words } = useWords()
  const pane = useRef<HTMLElement>(null)
  useReveal(pane)
  const light = (target: EventTarget, reveal: boolean) => {
    const line = (target as Element).closest("[data-line]")?.getAttribute("data-line")
    if (line) lights.light({ block: page.owner.get(line) ?? null, line, from: "scan", reveal })
  }
  return (
    <div className="scan" data-pane="scan" tabIndex={-1}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: with the keyboard one walks along the text beside it */}
      <section
        className="scan-view printed"
        aria-label={words.printedLines}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable
        tabIndex={0}
        ref={pane}
        onPointerOver={(event) => light(event.target, false)}
        onPointerLeave={lights.clear}
        onClick={(event) => light(event.target, true)}
      >
        <p className="muted">{words.printedMore}</p>
        <ol lang="zh">
          {recognition.lines.map((line) => (
            <PrintedLine key={line.id} id={line.id} text={line.text} gap={line.gap > 0} page={page} />
          ))}
        </ol>
      </section>
    </div>
  )
}

function PrintedLine({ id, text, gap, page }: { id: string; text: string; gap: boolean; page: ShownPage }) {
  const { lights } = useSession()
  const owner = page.owner.get(id) ?? null
  const article = owner === null ? null : articleOfBlock(owner)
  const lit = useStore(lights.store, (now) => (now.line === id ? "current" : owner && now.block === owner ? "lit" : ""))
  const hue = article === null ? "no-hue" : `hue-${article % 8}`
  return (
    <li data-line={id} className={`${hue} ${lit} ${gap ? "gap" : ""}`}>
      {text}
    </li>
  )
}
