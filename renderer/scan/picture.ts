// The scan as a picture this page may show: fetched with the token, given a blob address, freed when it is replaced.
import { useEffect, useState } from "react"
import { useSession } from "../state/session.ts"
import { useStore } from "../state/store.ts"

interface Picture {
  address: string | null
  error: unknown
}

/** A sharper picture replaces the present one when it has come; of another page nothing is kept. */
export function useScan(pageId: string, width: number): Picture {
  const { host, connection } = useSession()
  const connected = useStore(connection, (state) => state === "open")
  const [picture, setPicture] = useState<Picture & { pageId: string; width: number }>()
  const present = picture?.pageId === pageId ? picture : null
  const enough = present?.address != null && present.width >= width
  useEffect(() => {
    if (enough || !connected) return
    const abort = new AbortController()
    host.scan(pageId, width, abort.signal).then(
      (blob) => setPicture({ pageId, width, address: URL.createObjectURL(blob), error: null }),
      (error) => {
        if (abort.signal.aborted) return
        setPicture((now) => (now?.pageId === pageId && now.address ? now : { pageId, width, address: null, error }))
      },
    )
    return () => abort.abort()
  }, [host, pageId, width, enough, connected])
  const address = picture?.address ?? null
  useEffect(() => {
    if (address) return () => URL.revokeObjectURL(address)
  }, [address])
  return { address: present?.address ?? null, error: present?.error ?? null }
}
