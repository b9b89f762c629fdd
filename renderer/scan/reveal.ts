// Brings into view what was chosen in the text.
import { type RefObject, useEffect } from "react"
import { useSession } from "../state/session.ts"
import { useStore } from "../state/store.ts"

/** Scrolls the nearest scrolling ancestor so that the lit line stands in its middle, if it is not in view already. */
export function useReveal(root: RefObject<Element | null>): void {
  const { lights } = useSession()
  const lit = useStore(lights.store)
  useEffect(() => {
    if (lit.from !== "text" || !lit.reveal || !lit.line) return
    const line = root.current?.querySelector(`[data-line="${CSS.escape(lit.line)}"]`)
    const pane = line?.closest(".scan-view")
    if (!line || !pane) return
    const shown = pane.getBoundingClientRect()
    const { top, bottom, left, right } = line.getBoundingClientRect()
    const inView = top >= shown.top && bottom <= shown.bottom && left >= shown.left && right <= shown.right
    if (!inView) line.scrollIntoView({ block: "center", inline: "center" })
  }, [lit, root])
}
