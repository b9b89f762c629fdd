// The page as a file, in a format for people or programs.
import { type KeyboardEvent, useEffect, useRef, useState } from "react"
import { exportFormats } from "../../shared/contract.ts"
import { useSession, useWords } from "../state/session.ts"
import { Icon } from "../ui/icon.tsx"
import { useCommands } from "../ui/keys.ts"
import { download } from "./download.ts"

export function ExportMenu({ pageId }: { pageId: string }) {
  const { words } = useWords()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  useCommands({ "export.open": () => setOpen(!open) })
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that the focus has left
    <div className="menu-place" onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || setOpen(false)}>
      <button
        ref={button}
        type="button"
        aria-haspopup="menu"
        aria-expanded={open}
        title={`${words.exportMenu} (Ctrl+E)`}
        data-action="export"
        onClick={() => setOpen(!open)}
      >
        <Icon name="export" /> {words.exportPage}
      </button>
      {open && <Formats pageId={pageId} close={close} />}
    </div>
  )
}

function Formats({ pageId, close }: { pageId: string; close: () => void }) {
  const { client, notices } = useSession()
  const { words } = useWords()
  const menu = useRef<HTMLDivElement>(null)
  useEffect(() => menu.current?.querySelector("button")?.focus(), [])
  const take = (format: (typeof exportFormats)[number]) => {
    close()
    const made = client.call("export.page", { pageId, format })
    notices.watch(made.then(({ name, mime, text }) => download(name, mime, text)))
  }
  const walk = (event: KeyboardEvent) => {
    const items = [...(menu.current?.querySelectorAll("button") ?? [])]
    const at = items.indexOf(document.activeElement as HTMLButtonElement)
    const step = { ArrowDown: 1, ArrowUp: items.length - 1 }[event.key]
    if (event.key === "Escape") close()
    else if (step) items[(at + step) % items.length]?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div role="menu" className="menu" aria-label={words.exportMenu} ref={menu} onKeyDown={walk}>
      {exportFormats.map((format) => (
        <button type="button" role="menuitem" key={format} data-format={format} onClick={() => take(format)}>
          {words.formatName[format]}
        </button>
      ))}
    </div>
  )
}
