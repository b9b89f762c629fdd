// The menu at a block's label: the tags it can have, and reading it again.
import { type KeyboardEvent, useEffect, useRef } from "react"
import { commandIds } from "../../shared/commands/table.ts"
import { keysOf } from "../commands/keys.ts"
import { useSession, useWords } from "../state/session.ts"
import { keysText } from "../ui/keytext.ts"
import { menuItems, walkMenu } from "../ui/menuwalk.ts"

const tags = commandIds.filter((id) => id.startsWith("tag."))

interface Props {
  block: HTMLElement
  close: () => void
  focus: () => void
}

export function TagMenu({ block, close, focus }: Props) {
  const { commands: registry, settings } = useSession()
  const { words } = useWords()
  const menu = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = menu.current
    const pane = element?.parentElement?.getBoundingClientRect()
    if (!element || !pane) return
    const at = block.getBoundingClientRect()
    const top = Math.min(at.top - pane.top, pane.height - element.offsetHeight - 8)
    element.style.insetBlockStart = `${Math.max(8, top)}px`
    const present = element.querySelector<HTMLElement>("[aria-checked=true]") ?? menuItems(element)[0]
    present?.focus()
  }, [block])
  const press = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      close()
      focus()
    } else if (!walkMenu(event)) return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      ref={menu}
      role="menu"
      className="menu tag-menu"
      aria-label={words.editor.tag}
      onKeyDown={press}
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || close()}
    >
      {tags.map((id) => (
        <button
          type="button"
          role="menuitemradio"
          aria-checked={registry.find(id)?.checked?.() ?? false}
          key={id}
          onClick={() => {
            close()
            registry.run(id)
            focus()
          }}
        >
          <span>{words.block[id.slice(4) as keyof typeof words.block]}</span>
          <kbd>{keysText(keysOf(id, settings.get().keys)[0])}</kbd>
        </button>
      ))}
      {registry.find("region.recognize") && (
        <>
          <hr />
          <button
            type="button"
            role="menuitem"
            aria-disabled={registry.find("region.recognize")?.enabled?.() === false}
            onClick={() => {
              close()
              registry.run("region.recognize")
            }}
          >
            <span>{words.command["region.recognize"]}</span>
          </button>
        </>
      )}
    </div>
  )
}
