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
  unit: "px" | "%"
  size: number
  usual: number
  min: number
  max: number
  /** Pixels that each pane has at least, whatever the size. */
  least: readonly [number, number]
  remember(size: number): void
}

export function Split({ name, first, second, stacked = false, least, ...sized }: Props) {
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
  if (both)
    panes.splice(
      1,
      0,
      <Bar key="bar" {...sized} name={name} pane={id} stacked={stacked} size={size} setMoving={setMoving} />,
    )
  return (
    <div className={stacked ? "split stacked" : "split"} style={style}>
      {panes}
    </div>
  )
}

type BarProps = Pick<Props, "name" | "unit" | "size" | "usual" | "min" | "max" | "remember"> & {
  /** Id of the pane that it makes larger and smaller. */
  pane: string
  stacked: boolean
  setMoving(size: number | null): void
}

function Bar({ name, unit, size, usual, min, max, remember, pane, stacked, setMoving }: BarProps) {
  const held = useRef(false)
  const within = (wanted: number) => Math.round(Math.min(max, Math.max(min, wanted)))
  const press = (event: KeyboardEvent) => {
    const step = (max - min) / 24
    const [less, more] = stacked ? ["ArrowUp", "ArrowDown"] : ["ArrowLeft", "ArrowRight"]
    const to = { [less]: size - step, [more]: size + step, Home: min, End: max, Enter: usual }[event.key]
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    remember(within(to))
  }
  const under = (event: PointerEvent): number => {
    const whole = event.currentTarget.parentElement?.getBoundingClientRect()
    if (!whole) return size
    const at = stacked ? event.clientY - whole.top : event.clientX - whole.left
    return within(unit === "px" ? at : (at / (stacked ? whole.height : whole.width)) * 100)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule that can be moved is a separator with a value, not an <hr>
    <div
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
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        held.current = true
      }}
      onPointerMove={(event) => held.current && setMoving(under(event))}
      onLostPointerCapture={() => {
        held.current = false
        setMoving(null)
      }}
      onPointerUp={(event) => held.current && remember(under(event))}
    />
  )
}
