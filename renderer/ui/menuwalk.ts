// How the keyboard walks in a menu.
import type { KeyboardEvent } from "react"

/** The items of a menu, without those of menus in it. */
export const menuItems = (menu: Element | null): HTMLElement[] => [
  ...(menu?.querySelectorAll<HTMLElement>(":scope > button, :scope > [role=none] > button") ?? []),
]

/** Up, down, first, last, and the next item that begins with the letter typed. Says whether it knew the key. */
export function walkMenu(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false
  const items = menuItems((event.target as Element).closest("[role=menu]"))
  const at = items.indexOf(event.target as HTMLElement)
  const after = [...items.slice(at + 1), ...items.slice(0, at + 1)]
  const typed = event.key.toLowerCase()
  const to = {
    ArrowDown: after[0],
    ArrowUp: items.at(at - 1),
    Home: items[0],
    End: items.at(-1),
  }[event.key]
  const begins = (item: HTMLElement) => item.textContent.trim().toLowerCase().startsWith(typed)
  const next = to ?? (typed.length === 1 && typed !== " " ? after.find(begins) : undefined)
  next?.focus()
  return next !== undefined
}
