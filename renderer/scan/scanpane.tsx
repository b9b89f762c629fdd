// The scan of the page: its tiles, moved and zoomed, with its printed lines over them. What the text says of its caret is
// shown here; where the scan is clicked the text goes.
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react"
import type { PageSummary } from "../../shared/contract.ts"
import { type Box, union } from "../../shared/geometry/box.ts"
import type { Recognition } from "../../shared/model/recognition.ts"
import { useSession, useWords } from "../state/session.ts"
import { failureText } from "../ui/failuretext.ts"
import { focusMain, useCommands } from "../ui/keys.ts"
import { pageName } from "../ui/pagename.ts"
import { fitBox, fitWidth, pointAt, within, zoomed, zoomStep } from "./frame.ts"
import { useInks } from "./inks.ts"
import { useRegion } from "./region.ts"
import { RegionBar } from "./regionbar.tsx"
import { ScanTools } from "./scantools.tsx"
import { glyphBox, hueCount, lineAt } from "./scene.ts"
import { useOverlay, useScene } from "./useoverlay.ts"
import { useViewer } from "./useviewer.ts"

interface Props {
  page: PageSummary
  width: number
  height: number
  /** Null while it is loading. */
  recognition: Recognition | null
}

/** Screen pixels that an arrow key moves the scan. */
const stride = 60

export function ScanPane({ page, width, height, recognition }: Props) {
  const { link, recognizing } = useSession()
  const { words, language } = useWords()
  const [choosing, setChoosing] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const samples = useRef<HTMLDivElement>(null)
  const pane = useRef<HTMLElement>(null)
  const [showLines, setShowLines] = useState(true)
  const { viewer, error } = useViewer(place, page.id, width, height)
  const scene = useScene(recognition)
  const inks = useInks(samples)
  const region = useRegion(viewer, recognition, choosing)
  useOverlay({ viewer, canvas, pane, scene, inks, showLines, region })
  useEffect(() => () => link.hover.change((now) => (now?.from === "scan" ? null : now)), [link])

  const caretBox = (): Box | null => {
    const { line: id, glyph } = link.caret.get()
    const one = id === null ? undefined : scene?.byId.get(id)
    return one ? (glyphBox(one.line, glyph) ?? one.box) : null
  }
  const zoomTo = (scale: (now: number) => number) => {
    const goal = viewer?.goal()
    if (goal) viewer?.move(zoomed(goal, viewer.pane(), viewer.scan, scale(goal.scale), caretBox()))
  }
  const zoom = (direction: 1 | -1) => zoomTo((now) => zoomStep(now, direction))
  const fit = () => viewer?.move(fitWidth(viewer.pane(), viewer.scan, viewer.goal().y))
  const shift = (x: number, y: number) => {
    const goal = viewer?.goal()
    if (!goal) return
    const moved = { ...goal, x: goal.x + x / goal.scale, y: goal.y + y / goal.scale }
    viewer?.move(within(moved, viewer.pane(), viewer.scan))
  }
  const articleBox = (): Box | null => {
    const { article } = link.caret.get()
    const lines = article === null ? [] : (link.outline.get().articles[article]?.lines ?? [])
    return union(lines.map((id) => scene?.byId.get(id)?.box).filter((box) => box !== undefined))
  }
  useCommands({
    "scan.fitWidth": fit,
    "scan.fitArticle": {
      run: () => {
        const box = articleBox()
        if (box) viewer?.move(fitBox(box, viewer.pane(), viewer.scan))
      },
      enabled: () => articleBox() !== null,
    },
    "scan.actualSize": () => zoomTo(() => 1),
    "scan.zoomIn": () => zoom(1),
    "scan.zoomOut": () => zoom(-1),
    "scan.lines": { run: () => setShowLines(!showLines), checked: () => showLines },
    "region.recognize": {
      run: () => setChoosing(true),
      enabled: () => recognition !== null && recognizing.store.get()[page.id]?.state !== "running",
    },
  })

  const stopChoosing = () => {
    setChoosing(false)
    focusMain()
  }
  const point = (event: PointerEvent) => {
    if (!viewer || !scene || event.buttons !== 0) return
    const { left, top } = event.currentTarget.getBoundingClientRect()
    const line = lineAt(scene, pointAt(viewer.now(), viewer.pane(), event.clientX - left, event.clientY - top))
    link.hover.change((now) => (now?.line === line?.id ? now : line && { line: line.id, from: "scan" }))
  }
  const press = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const acts: Record<string, () => void> = {
      "+": () => zoom(1),
      "=": () => zoom(1),
      "-": () => zoom(-1),
      "0": fit,
      ArrowLeft: () => shift(-stride, 0),
      ArrowRight: () => shift(stride, 0),
      ArrowUp: () => shift(0, -stride),
      ArrowDown: () => shift(0, stride),
    }
    const act = acts[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  return (
    <section
      className="scan"
      data-pane="scan"
      ref={pane}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it is moved and zoomed by keys
      tabIndex={0}
      onKeyDown={press}
      aria-label={words.scanOf(pageName(page, words))}
    >
      <div
        className="scan-view"
        data-choosing={choosing || undefined}
        onPointerMove={point}
        onPointerLeave={() => link.hover.set(null)}
      >
        <div className="scan-place" ref={place} />
        <canvas className="scan-overlay" ref={canvas} />
      </div>
      {error !== null && (
        <p className="scan-failed" role="alert">
          {words.scanFailed}
          {words.colon}
          {failureText(error, language)}
        </p>
      )}
      {choosing && <RegionBar pageId={page.id} region={region} close={stopChoosing} />}
      <ScanTools scale={viewer?.scale ?? null} showLines={showLines} prepared={recognition?.prepared ?? []} />
      <div className="scan-inks" ref={samples} hidden>
        {Array.from({ length: hueCount }, (_, hue) => (
          <i key={hue} className={`hue-${hue}`} />
        ))}
        <i className="no-hue" />
        <i className="ink-pen" />
        <i className="ink-lit" />
        <i className="ink-paper" />
        <i className="ink-veil" />
      </div>
    </section>
  )
}
