// A pane that lies over the view while it is asked for. It goes with Esc, or when the focus goes elsewhere.
import { type ReactNode, useEffect, useRef } from "react"

export function Drawer({ close, children }: { close: () => void; children: ReactNode }) {
  const drawer = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const before = document.activeElement
    const element = drawer.current
    element?.querySelector<HTMLElement>("[data-pane-focus], [tabindex='0']")?.focus()
    return () => {
      if (before instanceof HTMLElement && element?.contains(document.activeElement)) before.focus()
    }
  }, [])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that the person is done with what is in it
    <div
      ref={drawer}
      className="drawer"
      onBlur={({ currentTarget, relatedTarget }) => relatedTarget && !currentTarget.contains(relatedTarget) && close()}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.nativeEvent.isComposing) return
        event.preventDefault()
        event.stopPropagation()
        close()
      }}
    >
      {children}
    </div>
  )
}
