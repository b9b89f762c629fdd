// Keyboard shortcuts. None fires while an input method composes: our users type Chinese.
import { useEffect, useRef } from "react"
import type { CommandId } from "../../shared/commands/table.ts"
import { commandForKey } from "../commands/keys.ts"
import type { Doing } from "../state/commands.ts"
import { type Session, useSession } from "../state/session.ts"

type Pressed = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">

/**
 * `Mod+Shift+f`: Mod is Ctrl, or Cmd on a Mac; a letter is named without its case. With Mod or Alt held, digits and letters
 * are named by their key, for Shift and Option change what they print.
 */
export function keyName({ key, code, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string {
  const parts = [ctrlKey || metaKey ? "Mod" : "", altKey ? "Alt" : "", shiftKey ? "Shift" : ""].filter(Boolean)
  const printed = parts.length > 0 ? /^(?:Digit|Key)(\w)$/.exec(code)?.[1] : undefined
  const name = printed ?? key
  return [...parts, name.length === 1 ? name.toLowerCase() : name].join("+")
}

/** Runs the command that a key stands for; says whether there was one. Nothing while an input method composes. */
export function pressKey({ commands, settings }: Session, event: KeyboardEvent): boolean {
  if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return false
  const id = commandForKey(keyName(event), settings.get().keys)
  if (!id || !commands.run(id)) return false
  event.preventDefault()
  return true
}

/** Runs commands by their keys, for the whole window. Used once. */
export function useCommandKeys(): void {
  const session = useSession()
  useEffect(() => {
    const press = (event: KeyboardEvent) => pressKey(session, event)
    window.addEventListener("keydown", press)
    return () => window.removeEventListener("keydown", press)
  }, [session])
}

type Provide = Partial<Record<CommandId, Doing | (() => void)>>

/** Provides commands while the component is shown. Which commands they are must not change from one drawing to the next. */
export function useCommands(provided: Provide): void {
  const { commands } = useSession()
  const latest = useRef(provided)
  useEffect(() => {
    latest.current = provided
  })
  const ids = Object.keys(provided).join(" ")
  useEffect(() => {
    const now = (id: CommandId): Doing | undefined => {
      const one = latest.current[id]
      return typeof one === "function" ? { run: one } : one
    }
    const entries = ids.split(" ").map((name): [string, Doing] => {
      const id = name as CommandId
      const run = () => now(id)?.run()
      const enabled = () => now(id)?.enabled?.() ?? true
      return [id, now(id)?.checked ? { run, enabled, checked: () => now(id)?.checked?.() ?? false } : { run, enabled }]
    })
    return commands.provide(Object.fromEntries(entries))
  }, [commands, ids])
}

/** Moves the focus to the next or previous pane: elements marked `data-pane`, in the order of the page. */
export function focusPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>("[data-pane]")].filter((pane) => pane.checkVisibility())
  const at = panes.findIndex((pane) => pane.contains(document.activeElement))
  const pane = panes[at < 0 ? 0 : (at + step + panes.length) % panes.length]
  if (pane) focusInside(pane)
}

/** Moves the focus to what the address shows: of a page its text, else the pane itself. */
export function focusMain(): void {
  const main = document.querySelector<HTMLElement>("main")
  const inside = (panes: string) => main?.querySelector<HTMLElement>(panes)
  const pane = inside("[data-pane=editor]") ?? inside("[data-pane]") ?? main
  if (pane) focusInside(pane)
}

function focusInside(pane: HTMLElement): void {
  const inside = pane.querySelector<HTMLElement>("[data-pane-focus], [tabindex='0']")
  ;(inside ?? pane).focus({ preventScroll: true })
}

/**
 * Keeps the focus where it can be used: when the view changes and the focus went with the old one, or stayed at the
 * control that led here, it goes to the new one. It is never taken from the view itself, nor from the library while one
 * looks through its pages.
 */
export function useMainFocus(view: string): void {
  const shown = useRef(view)
  useEffect(() => {
    if (shown.current === view) return
    shown.current = view
    const here = document.activeElement
    if (!here?.closest(view.startsWith("page") ? "main, nav, dialog[open]" : "main, dialog[open]")) focusMain()
  }, [view])
}
