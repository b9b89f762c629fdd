// Every command and every page by typing a little of its name.
import { Command } from "cmdk"
import { type KeyboardEvent, useEffect, useRef, useState } from "react"
import { command as enNames } from "../../shared/i18n/en/commands.ts"
import { command as zhNames } from "../../shared/i18n/zh/commands.ts"
import { type Offer, offersOf } from "../commands/offers.ts"
import { inOrder } from "../state/order.ts"
import { useSession, useWords } from "../state/session.ts"
import { useCommands } from "../ui/keys.ts"
import { keysText } from "../ui/keytext.ts"
import { pageName } from "../ui/pagename.ts"
import { type Entry, rank } from "./rank.ts"

interface Choice extends Entry {
  name: string
  /** The menu of a command, the headline of a page. */
  about: string
  keys: string
  enabled: boolean
  run(): void
}

/** More than these are not looked through but narrowed down. */
const most = 50

export function Palette() {
  const { commands, settings } = useSession()
  const { words } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const caret = useRef<Range | null>(null)
  const [offers, setOffers] = useState<Offer[] | null>(null)
  const [recent, setRecent] = useState<readonly string[]>([])
  useEffect(() => {
    if (!offers || dialog.current?.open) return
    const selection = getSelection()
    caret.current = selection?.rangeCount ? selection.getRangeAt(0).cloneRange() : null
    dialog.current?.showModal()
    dialog.current?.querySelector("input")?.focus()
  }, [offers])
  const close = () => {
    dialog.current?.close()
    // A dialog gives back the focus, but not the caret.
    if (caret.current && document.activeElement?.contains(caret.current.startContainer)) {
      getSelection()?.removeAllRanges()
      getSelection()?.addRange(caret.current)
    }
  }
  useCommands({ "palette.open": () => setOffers(offersOf(commands, settings.get().keys, words)) })
  const choose = ({ key, run }: Choice) => {
    // The focus is back where it was before the command looks for it.
    close()
    setRecent((now) => [key, ...now.filter((one) => one !== key)].slice(0, 8))
    run()
  }
  const press = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key !== "Escape" || event.nativeEvent.isComposing) return
    event.preventDefault()
    close()
  }
  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label={words.command["palette.open"]}
      onKeyDown={press}
      onClick={(event) => event.target === dialog.current && close()}
      onClose={() => setOffers(null)}
    >
      {offers && <Choices offers={offers} recent={recent} choose={choose} />}
    </dialog>
  )
}

interface ChoicesProps {
  offers: readonly Offer[]
  recent: readonly string[]
  choose(choice: Choice): void
}

function Choices({ offers, recent, choose }: ChoicesProps) {
  const { words } = useWords()
  const [query, setQuery] = useState("")
  const pages = usePageChoices()
  const commands = useCommandChoices(offers)
  const asked = query.trim() !== ""
  const groups = [
    { name: words.frame.commands, list: rank(commands, query, recent) },
    {
      name: words.frame.pages,
      list: asked ? rank(pages, query, recent) : pages.filter(({ key }) => recent.includes(key)),
    },
  ]
  const none = groups.every(({ list }) => list.length === 0)
  return (
    <Command label={words.command["palette.open"]} shouldFilter={false} loop vimBindings={false}>
      <Command.Input
        value={query}
        onValueChange={setQuery}
        placeholder={words.frame.paletteHint}
        aria-label={words.frame.paletteHint}
      />
      <Command.List label={words.command["palette.open"]}>
        {none && <p className="muted palette-none">{words.frame.paletteNone}</p>}
        {groups.map(
          ({ name, list }) =>
            list.length > 0 && (
              <Command.Group key={name} heading={name}>
                {list.slice(0, most).map((choice) => (
                  <Command.Item
                    key={choice.key}
                    value={choice.key}
                    disabled={!choice.enabled}
                    onSelect={() => choose(choice)}
                  >
                    <span className="name">{choice.name}</span>
                    <span className="about muted">{choice.about}</span>
                    <kbd>{choice.keys}</kbd>
                  </Command.Item>
                ))}
              </Command.Group>
            ),
        )}
      </Command.List>
    </Command>
  )
}

function useCommandChoices(offers: readonly Offer[]): Choice[] {
  const { commands } = useSession()
  const { words } = useWords()
  return offers
    .filter(({ id }) => id !== "palette.open")
    .map(({ id, name, menu, key, enabled }) => ({
      key: id,
      name,
      about: words.menu[menu],
      keys: keysText(key),
      enabled,
      texts: [name, zhNames[id], enNames[id], words.menu[menu], id],
      run: () => void commands.run(id),
    }))
}

function usePageChoices(): Choice[] {
  const { pages, routes } = useSession()
  const { words } = useWords()
  return inOrder(pages.store.get().pages).map((page) => {
    const name = pageName(page, words)
    const about = page.headlines[0] ?? ""
    return {
      key: `page ${page.id}`,
      name,
      about,
      keys: "",
      enabled: true,
      texts: [name, about, page.source],
      run: () => routes.go({ view: "page", pageId: page.id, articleId: null }),
    }
  })
}
