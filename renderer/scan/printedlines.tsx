// A page that came as text has no scan: its printed lines stand in its place, exactly as they came, linked with the text
// like a scan.
import { type RefObject, useEffect, useRef } from "react"
import type { LineId, Recognition } from "../../shared/model/recognition.ts"
import { useSession, useWords } from "../state/session.ts"
import { useStore } from "../state/store.ts"
import { hueCount } from "./scene.ts"

export function PrintedLines({ recognition }: { recognition: Recognition }) {
  const { link } = useSession()
  const { words } = useWords()
  const pane = useRef<HTMLElement>(null)
  useReveal(pane)
  const lineOf = (target: EventTarget): LineId | undefined =>
    (target as Element).closest<HTMLElement>("[data-line]")?.dataset.line
  const point = (target: EventTarget) => {
    const line = lineOf(target)
    link.hover.change((now) => (now?.line === line ? now : line === undefined ? null : { line, from: "scan" }))
  }
  const seek = (target: EventTarget) => {
    const line = lineOf(target)
    if (line !== undefined) link.seek({ line, glyph: null })
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: with the keyboard one walks along the text beside it
    <section
      className="scan printed"
      data-pane="scan"
      aria-label={words.printedLines}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable
      tabIndex={0}
      ref={pane}
      onPointerOver={(event) => point(event.target)}
      onPointerLeave={() => link.hover.set(null)}
      onClick={(event) => seek(event.target)}
    >
      <p className="muted">{words.printedMore}</p>
      <ol lang="zh">
        {recognition.lines.map((line, index) => (
          <PrintedLine key={line.id} id={line.id} number={index + 1} text={line.text} gap={line.gap > 0} />
        ))}
      </ol>
    </section>
  )
}

/** What is out of view is not laid out (`scan.css`): thousands of lines cost no more than a screenful. */
function PrintedLine({ id, number, text, gap }: { id: LineId; number: number; text: string; gap: boolean }) {
  const { link } = useSession()
  const article = useStore(link.outline, (now) => now.owner.get(id) ?? null)
  const mark = useStore(link.caret, (now) => (now.line === id ? "current" : now.block.includes(id) ? "lit" : ""))
  const hover = useStore(link.hover, (now) => (now?.line === id ? "hover" : ""))
  const hue = article === null ? "no-hue" : `hue-${article % hueCount}`
  const classes = [hue, mark, hover, gap ? "gap" : ""].filter(Boolean).join(" ")
  return (
    <li data-line={id} data-number={number} className={classes}>
      {text}
    </li>
  )
}

/** Scrolls so that the line of the caret stands in the middle, where the text asks for it and it is not in view. */
function useReveal(pane: RefObject<HTMLElement | null>): void {
  const { link } = useSession()
  useEffect(() => {
    const follow = () => {
      const { line, reveal } = link.caret.get()
      if (!reveal || line === null || !pane.current) return
      const shown = pane.current.querySelector(`[data-line="${CSS.escape(line)}"]`)
      const view = pane.current.getBoundingClientRect()
      const box = shown?.getBoundingClientRect()
      if (box && (box.top < view.top || box.bottom > view.bottom)) shown?.scrollIntoView({ block: "center" })
    }
    follow()
    return link.caret.subscribe(follow)
  }, [link, pane])
}
