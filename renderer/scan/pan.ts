// Dragging moves the scan. A press that does not move stays a click on the line under it.
import { type PointerEvent, type RefObject, useRef } from "react"

const slack = 4

export function usePan(view: RefObject<HTMLElement | null>) {
  const from = useRef<{ x: number; y: number; left: number; top: number; moved: boolean } | null>(null)
  return {
    onPointerDown: (event: PointerEvent) => {
      const pane = view.current
      if (!pane || event.button !== 0 || event.pointerType === "touch") return
      from.current = { x: event.clientX, y: event.clientY, left: pane.scrollLeft, top: pane.scrollTop, moved: false }
    },
    onPointerMove: (event: PointerEvent) => {
      const start = from.current
      const pane = view.current
      if (!start || !pane) return
      if (event.buttons === 0) {
        from.current = null
        return
      }
      const x = event.clientX - start.x
      const y = event.clientY - start.y
      start.moved ||= Math.hypot(x, y) > slack
      if (start.moved) pane.scrollTo({ left: start.left - x, top: start.top - y })
    },
    onClickCapture: (event: { stopPropagation(): void }) => {
      if (from.current?.moved) event.stopPropagation()
      from.current = null
    },
  }
}
