// The scan of the page: fitted to the pane or zoomed, moved by dragging, with its printed lines over it.
import { type KeyboardEvent, type ReactNode, useCallback, useRef, useState } from "react"
import type { PageSummary } from "../../shared/contract.ts"
import { useWords } from "../state/session.ts"
import { failureText } from "../ui/failuretext.ts"
import { Icon } from "../ui/icon.tsx"
import { useCommands } from "../ui/keys.ts"
import { pageName } from "../ui/pagename.ts"
import { usePan } from "./pan.ts"
import { useScan } from "./picture.ts"
import { useViewWidth } from "./viewwidth.ts"
import { useWheelZoom } from "./wheel.ts"
import { pictureWidth, scaleOf, type Zoom, zoomStep } from "./zoom.ts"

interface Props {
  page: PageSummary
  width: number
  height: number
  /** Draws what lies over the picture. */
  overlay: (showLines: boolean) => ReactNode
}

export function ScanPane({ page, width, height, overlay }: Props) {
  const { words, language } = useWords()
  const view = useRef<HTMLDivElement>(null)
  const { zoom, scale, set, step } = useZoom(view, width)
  const [showLines, setShowLines] = useState(true)
  const picture = useScan(page.id, pictureWidth(width * scale * window.devicePixelRatio))
  const pan = usePan(view)
  useWheelZoom(view, step)
  useCommands({ "scan.fitWidth": () => set("fit"), "scan.actualSize": () => set(1) })
  const press = (event: KeyboardEvent) => {
    const act = { "+": () => step(1), "=": () => step(1), "-": () => step(-1), "0": () => set("fit") }[event.key]
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    act()
  }
  return (
    <div className="scan" data-pane="scan" tabIndex={-1}>
      <section
        className="scan-view"
        ref={view}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable
        tabIndex={0}
        onKeyDown={press}
        aria-label={words.scan}
        {...pan}
      >
        <div className="sheet" style={{ width: width * scale, aspectRatio: `${width} / ${height}` }}>
          {picture.address && <img src={picture.address} alt={words.scanOf(pageName(page, words))} draggable={false} />}
          {picture.error !== null && (
            <p className="scan-failed" role="alert">
              {words.scanFailed}
              {words.colon}
              {failureText(picture.error, language)}
            </p>
          )}
          {overlay(showLines)}
        </div>
      </section>
      <div className="scan-tools" role="toolbar" aria-label={words.scan}>
        <Tool name={words.zoomOut} keys="-" icon="minus" act={() => step(-1)} />
        <span className="scale">{Math.round(scale * 100)}%</span>
        <Tool name={words.zoomIn} keys="+" icon="plus" act={() => step(1)} />
        <Tool name={words.fitWidth} keys="Ctrl+0" icon="width" pressed={zoom === "fit"} act={() => set("fit")} />
        <Tool name={words.showLines} icon="boxes" pressed={showLines} act={() => setShowLines(!showLines)} />
      </div>
    </div>
  )
}

interface ToolProps {
  name: string
  keys?: string
  icon: Parameters<typeof Icon>[0]["name"]
  pressed?: boolean
  act: () => void
}

function Tool({ name, keys, icon, pressed, act }: ToolProps) {
  return (
    <button
      type="button"
      aria-label={name}
      aria-pressed={pressed}
      title={keys ? `${name} (${keys})` : name}
      onClick={act}
    >
      <Icon name={icon} />
    </button>
  )
}

/** The zoom of one pane. What is in its middle, or under the pointer, stays there while the scale changes. */
function useZoom(view: React.RefObject<HTMLDivElement | null>, scanWidth: number) {
  const [zoom, setZoom] = useState<Zoom>("fit")
  const paneWidth = useViewWidth(view)
  const scale = scaleOf(zoom, scanWidth, paneWidth)
  const set = useCallback(
    (next: Zoom, at?: { x: number; y: number }) => {
      const pane = view.current
      const ratio = scaleOf(next, scanWidth, paneWidth) / scale
      setZoom(next)
      if (!pane) return
      const { x, y } = at ?? { x: pane.clientWidth / 2, y: pane.clientHeight / 2 }
      const left = (pane.scrollLeft + x) * ratio - x
      const top = (pane.scrollTop + y) * ratio - y
      requestAnimationFrame(() => pane.scrollTo({ left, top }))
    },
    [view, scanWidth, paneWidth, scale],
  )
  const step = useCallback(
    (direction: 1 | -1, at?: { x: number; y: number }) => set(zoomStep(scale, direction), at),
    [set, scale],
  )
  return { zoom, scale, set, step }
}
