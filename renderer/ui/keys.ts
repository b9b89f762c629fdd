// Keyboard shortcuts. None fires while an input method composes: our users type Chinese.
import { useEffect, useEffectEvent } from "react"

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">

/** `Mod+Shift+f`: Mod is Ctrl, or Cmd on a Mac; a letter is named without its case. */
export function keyName({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string {
  const parts = [ctrlKey || metaKey ? "Mod" : "", altKey ? "Alt" : "", shiftKey ? "Shift" : ""]
  return [...parts.filter(Boolean), key.length === 1 ? key.toLowerCase() : key].join("+")
}

type KeyMap = Record<string, () => void>

/** Listens to the whole window while the component is shown. */
export function useKeys(keys: KeyMap): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || event.defaultPrevented) return
    const act = keys[keyName(event)]
    if (!act) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    window.addEventListener("keydown", listen)
    return () => window.removeEventListener("keydown", listen)
  }, [])
}

/** Moves the focus to the next or previous pane: elements marked `data-pane`, in the order of the page. */
export function focusPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>("[data-pane]")].filter((pane) => pane.offsetParent)
  if (panes.length === 0) return
  const at = panes.findIndex((pane) => pane.contains(document.activeElement))
  const pane = panes[at < 0 ? 0 : (at + step + panes.length) % panes.length]
  const inside = pane?.querySelector<HTMLElement>("[data-pane-focus], [tabindex='0']")
  ;(inside ?? pane)?.focus()
}
