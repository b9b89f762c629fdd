// A viewer for the page that is shown: first its preview, then its tiles. The next page is shown as large as the last.
import { type RefObject, useEffect, useRef, useState } from "react"
import { useSession } from "../state/session.ts"
import { useStore } from "../state/store.ts"
import { isFitWidth } from "./frame.ts"
import { openViewer, type Viewer } from "./viewer.ts"

/** Enough for a page that is as wide as its pane. */
const previewWidth = 1600

interface Shown {
  pageId: string
  viewer: Viewer | null
  error: unknown
}

export function useViewer(place: RefObject<HTMLElement | null>, pageId: string, width: number, height: number) {
  const { host, connection } = useSession()
  const [shown, setShown] = useState<Shown | null>(null)
  const scale = useRef<number | null>(null)
  // A connection that comes back is another chance for what failed.
  const connected = useStore(connection, (state) => state === "open")
  const there = shown?.pageId === pageId && shown.viewer !== null
  const wanted = connected || there
  useEffect(() => {
    if (!wanted) return
    const abort = new AbortController()
    let viewer: Viewer | null = null
    let preview: string | null = null
    const begin = (blob: Blob) => {
      if (abort.signal.aborted || !place.current) return
      preview = URL.createObjectURL(blob)
      const scan = { width, height }
      viewer = openViewer(place.current, { scan, preview, tiles: host.tiles(pageId), scale: scale.current })
      setShown({ pageId, viewer, error: null })
    }
    host.scan(pageId, previewWidth, abort.signal).then(begin, (error) => {
      if (!abort.signal.aborted) setShown({ pageId, viewer: null, error })
    })
    return () => {
      abort.abort()
      if (viewer) scale.current = isFitWidth(viewer.goal(), viewer.pane(), viewer.scan) ? null : viewer.goal().scale
      viewer?.close()
      // It may just be being read: an address that is gone by then is an error on the console.
      if (preview) setTimeout(URL.revokeObjectURL, 10_000, preview)
      setShown(null)
    }
  }, [host, place, pageId, width, height, wanted])
  const present = shown?.pageId === pageId ? shown : null
  return { viewer: present?.viewer ?? null, error: present?.error ?? null }
}
