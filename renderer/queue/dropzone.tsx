// Files can be dropped anywhere in the window, and a picture can be pasted.
import { useEffect, useEffectEvent, useRef, useState } from "react"
import { importFiles } from "../state/importfiles.ts"
import { useSession, useWords } from "../state/session.ts"
import { chosen, type Entry, walk } from "./walk.ts"

export function DropZone() {
  const { words } = useWords()
  const over = useDrops()
  usePaste()
  if (!over) return null
  return (
    <div className="drop-zone" aria-hidden="true">
      <p>{words.dropHere}</p>
    </div>
  )
}

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false

function useDrops(): boolean {
  const session = useSession()
  const [over, setOver] = useState(false)
  const inside = useRef(0)
  const take = useEffectEvent((event: DragEvent) => {
    // The items must be read before the event ends.
    const items = [...(event.dataTransfer?.items ?? [])].filter((item) => item.kind === "file")
    const entries = items.map((item) => item.webkitGetAsEntry() as Entry | null)
    const files = chosen(event.dataTransfer?.files ?? [])
    const whole = entries.every((entry) => entry !== null)
    const found = whole ? walk(entries as Entry[]) : Promise.resolve(files)
    session.notices.watch(found.then((all) => importFiles(session, all)))
  })
  useEffect(() => {
    const move = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      if (event.type === "dragenter") inside.current++
      if (event.type === "dragleave") inside.current--
      if (event.type === "drop") {
        inside.current = 0
        take(event)
      }
      setOver(inside.current > 0)
    }
    const kinds = ["dragenter", "dragover", "dragleave", "drop"] as const
    for (const kind of kinds) window.addEventListener(kind, move)
    return () => kinds.forEach((kind) => void window.removeEventListener(kind, move))
  }, [])
  return over
}

function usePaste(): void {
  const session = useSession()
  const { words } = useWords()
  const take = useEffectEvent((event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    const time = new Date().toTimeString().slice(0, 8).replaceAll(":", "")
    // A picture from the clipboard is always called image.png; a copied file has its own name.
    const named = files.map((body) => ({ body, name: body.name === "image.png" ? words.pastedName(time) : body.name }))
    importFiles(session, named)
  })
  useEffect(() => {
    const listen = (event: ClipboardEvent) => take(event)
    window.addEventListener("paste", listen)
    return () => window.removeEventListener("paste", listen)
  }, [])
}
