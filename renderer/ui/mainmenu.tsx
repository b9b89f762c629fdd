// The menu of the page in a browser: all menus behind one button, from the one table of commands. A desktop window has its own.
import { type KeyboardEvent, useEffect, useRef, useState } from "react"
import { type CommandId, type MenuName, menus } from "../../shared/commands/table.ts"
import { type Offer, offersOf } from "../commands/offers.ts"
import { useSession, useWords } from "../state/session.ts"
import { Icon } from "./icon.tsx"
import { useKeyHint } from "./keyhint.ts"
import { useCommands } from "./keys.ts"
import { keysText } from "./keytext.ts"
import { menuItems, walkMenu } from "./menuwalk.ts"

export function MainMenu() {
  const { commands, settings } = useSession()
  const { words } = useWords()
  const [offers, setOffers] = useState<Offer[] | null>(null)
  const place = useRef<HTMLDivElement>(null)
  const hint = useKeyHint("menu.open")
  const before = useRef<HTMLElement | null>(null)
  const open = () => {
    before.current = document.activeElement as HTMLElement | null
    setOffers(offersOf(commands, settings.get().keys, words).filter(({ id }) => id !== "menu.open"))
  }
  const close = () => {
    setOffers(null)
    before.current?.focus({ preventScroll: true })
  }
  const run = (id: CommandId) => {
    close()
    commands.run(id)
  }
  useCommands({ "menu.open": () => (offers ? close() : open()) })
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that the focus has left
    <div
      ref={place}
      className="menu-place main-menu"
      onBlur={(event) => event.relatedTarget && !event.currentTarget.contains(event.relatedTarget) && setOffers(null)}
    >
      <button
        type="button"
        className="quiet"
        aria-haspopup="menu"
        aria-expanded={offers !== null}
        aria-label={words.frame.menu}
        title={hint}
        data-action="menu"
        // The focus stays where commands find it.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => (offers ? close() : open())}
      >
        <Icon name="menu" />
      </button>
      {offers && <Menus offers={offers} run={run} close={close} />}
    </div>
  )
}

interface MenusProps {
  offers: readonly Offer[]
  run(id: CommandId): void
  close(): void
}

function Menus({ offers, run, close }: MenusProps) {
  const { words } = useWords()
  const [shown, setShown] = useState<MenuName | null>(null)
  const menu = useRef<HTMLDivElement>(null)
  const stepIn = useRef(false)
  const filled = menus.filter((name) => offers.some((offer) => offer.menu === name))
  useEffect(() => menuItems(menu.current)[0]?.focus(), [])
  useEffect(() => {
    if (stepIn.current && shown) menuItems(menu.current?.querySelector("[role=menu]") ?? null)[0]?.focus()
    stepIn.current = false
  }, [shown])
  useEffect(() => {
    const outside = (event: Event) => {
      if (!menu.current?.parentElement?.contains(event.target as Node)) close()
    }
    document.addEventListener("pointerdown", outside)
    return () => document.removeEventListener("pointerdown", outside)
  })
  const enter = (name: MenuName) => {
    stepIn.current = true
    if (shown === name) menuItems(menu.current?.querySelector("[role=menu]") ?? null)[0]?.focus()
    setShown(name)
  }
  const leave = () => {
    menu.current?.querySelector<HTMLElement>("[aria-expanded=true]")?.focus()
    setShown(null)
  }
  const press = (event: KeyboardEvent) => {
    const item = event.target as HTMLElement
    const inner = item.closest("[role=menu]") !== menu.current
    const name = item.dataset.menu as MenuName | undefined
    if (event.key === "Escape") inner ? leave() : close()
    else if (event.key === "ArrowLeft" && inner) leave()
    else if (event.key === "ArrowRight" && name) enter(name)
    else if (event.key === "Tab") close()
    else if (!walkMenu(event)) return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div role="menu" className="menu menus" aria-label={words.frame.menu} ref={menu} onKeyDown={press}>
      {filled.map((name) => (
        <div role="none" key={name} className="menu-place">
          <button
            type="button"
            role="menuitem"
            tabIndex={-1}
            aria-haspopup="menu"
            aria-expanded={shown === name}
            data-menu={name}
            onPointerMove={(event) => event.pointerType === "mouse" && setShown(name)}
            onClick={() => enter(name)}
          >
            <span>{words.menu[name]}</span>
            <Icon name="right" />
          </button>
          {shown === name && (
            <div role="menu" className="menu inner" aria-label={words.menu[name]} ref={intoView}>
              {offers
                .filter((offer) => offer.menu === name)
                .map((offer) => (
                  <Item key={offer.id} offer={offer} run={run} />
                ))}
            </div>
          )}
        </div>
      ))}
    </div>
  )
}

function Item({ offer, run }: { offer: Offer; run: (id: CommandId) => void }) {
  const { id, name, key, enabled, checked } = offer
  return (
    <button
      type="button"
      {...(checked === null ? { role: "menuitem" } : { role: "menuitemcheckbox", "aria-checked": checked })}
      tabIndex={-1}
      aria-disabled={!enabled}
      data-command={id}
      onClick={() => enabled && run(id)}
    >
      <span className="tick">{checked && <Icon name="tick" />}</span>
      <span>{name}</span>
      <kbd>{keysText(key)}</kbd>
    </button>
  )
}

/** Moves a menu up as far as it would reach below the window. */
function intoView(menu: HTMLElement | null): void {
  if (!menu) return
  const { top, bottom } = menu.getBoundingClientRect()
  const below = Math.min(bottom - innerHeight + 8, top - 8)
  if (below > 0) menu.style.insetBlockStart = `${menu.offsetTop - below}px`
}
