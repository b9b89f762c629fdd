// Two panes and the bar between them, moved by pointer or keys. The first has the remembered size, in pixels or percent.
import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useId,
  useRef,
  useState,
} from "react"

interface Props {
  /** Of the bar, for those who do not see it. */
  name: string
  /** By their keys the panes stay the same when they change places. */
  first: { key: string; content: ReactNode } | null
  second: { key: string; content: ReactNode } | null
  stacked?: boolean
  /** The bar lies between landmarks, not in one: it makes one of its own. */
  apart?: boolean
  unit: "px" | "%"
  size: number
  usual: number
  min: number
  max: number
  /** Pixels that each pane has at least, whatever the size. */
  least: readonly [number, number]
  remember(size: number): void
}

export function Split({ name, first, second, stacked = false, apart = false, least, ...sized }: Props) {
  const id = useId()
  const both = first !== null && second !== null
  const [moving, setMoving] = useState<number | null>(null)
  const size = moving ?? sized.size
  const track = `clamp(${least[0]}px, ${size}${sized.unit}, max(${least[0]}px, 100% - ${least[1] + 1}px))`
  const style = { "--tracks": both ? `${track} 1px minmax(0, 1fr)` : "minmax(0, 1fr)" } as CSSProperties
  const panes = [first, second].map(
    (pane, at) =>
      pane && (
        <div key={pane.key} id={at === 0 ? id : undefined} className="split-pane">
          {pane.content}
        </div>
      ),
  )
  const bar = (
    <Bar key="bar" {...sized} least={least} name={name} pane={id} stacked={stacked} size={size} setMoving={setMoving} />
  )
  const landmark = (
    <section key="bar" className="bar-place" aria-label={name}>
      {bar}
    </section>
  )
  if (both) panes.splice(1, 0, apart ? landmark : bar)
  return (
    <div className={stacked ? "split stacked" : "split"} style={style}>
      {panes}
    </div>
  )
}

type BarProps = Pick<Props, "name" | "unit" | "size" | "usual" | "min" | "max" | "least" | "remember"> & {
  /** Id of the pane that it makes larger and smaller. */
  pane: string
  stacked: boolean
  setMoving(size: number | null): void
}

function Bar({ name, unit, size, usual, min, max, least, remember, pane, stacked, setMoving }: BarProps) {
  const bar = useRef<HTMLDivElement>(null)
  const held = useRef(false)
  /** What the size can be in the room there is, and what it is at a point. */
  const room = () => {
    const { left = 0, top = 0, width = 1, height = 1 } = bar.current?.closest(".split")?.getBoundingClientRect() ?? {}
    const whole = stacked ? height : width
    const inUnit = (pixels: number) => (unit === "px" ? pixels : (pixels / whole) * 100)
    const lowest = Math.max(min, inUnit(least[0]))
    const highest = Math.max(lowest, Math.min(max, inUnit(whole - least[1] - 1)))
    const within = (wanted: number) => Math.round(Math.min(highest, Math.max(lowest, wanted)))
    const at = (event: PointerEvent) => within(inUnit(stacked ? event.clientY - top : event.clientX - left))
    return { within, at }
  }
  const press = (event: KeyboardEvent) => {
    const { within } = room()
    const here = within(size)
    const step = (max - min) / 24
    const [less, more] = stacked ? ["ArrowUp", "ArrowDown"] : ["ArrowLeft", "ArrowRight"]
    const to = { [less]: here - step, [more]: here + step, Home: min, End: max, Enter: usual }[event.key]
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    remember(within(to))
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule that can be moved is a separator with a value, not an <hr>
    <div
      ref={bar}
      role="separator"
      className="split-bar"
      aria-label={name}
      aria-controls={pane}
      aria-orientation={stacked ? "horizontal" : "vertical"}
      aria-valuenow={Math.round(size)}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      onKeyDown={press}
      onDoubleClick={() => remember(usual)}
      // No text is selected by dragging.
      onMouseDown={(event) => event.preventDefault()}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        held.current = true
      }}
      onPointerMove={(event) => held.current && setMoving(room().at(event))}
      onPointerUp={(event) => held.current && remember(room().at(event))}
      onLostPointerCapture={() => {
        held.current = false
        setMoving(null)
      }}
    />
  )
}
