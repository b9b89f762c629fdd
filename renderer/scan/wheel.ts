// The wheel zooms with Ctrl held (which is also what a pinch on a touchpad sends); without it the pane scrolls.
import { type RefObject, useEffect, useEffectEvent } from "react"

type Step = (direction: 1 | -1, at: { x: number; y: number }) => void

export function useWheelZoom(view: RefObject<HTMLElement | null>, step: Step): void {
  const turn = useEffectEvent((event: WheelEvent) => {
    if (!event.ctrlKey || event.deltaY === 0 || !view.current) return
    event.preventDefault()
    const { left, top } = view.current.getBoundingClientRect()
    step(event.deltaY < 0 ? 1 : -1, { x: event.clientX - left, y: event.clientY - top })
  })
  useEffect(() => {
    const element = view.current
    // React listens passively, where the browser's own zoom cannot be held back.
    const listen = (event: WheelEvent) => turn(event)
    element?.addEventListener("wheel", listen, { passive: false })
    return () => element?.removeEventListener("wheel", listen)
  }, [view])
}
