// The pages that are being worked on: the open one, and the last few, with their undo history, as they were left.
import type { Client } from "../../shared/client.ts"
import { parseDocument } from "../../shared/document/saved.ts"
import type { Recognition } from "../../shared/model/recognition.ts"
import type { Ledger } from "../../shared/model/seam.ts"
import { type EditingPage, makeEditing } from "../document/editing.ts"
import { makeSaver, type Saver } from "./saver.ts"
import type { Unsent } from "./unsent.ts"

export interface WorkedPage {
  editing: EditingPage
  saver: Saver
  /** How far the text was scrolled when it was left, in pixels. */
  scrolled: number
}

export interface Desk {
  open(pageId: string): Promise<WorkedPage>
  /** The page if it lies on the desk. */
  find(pageId: string): WorkedPage | undefined
  pages(): WorkedPage[]
  /** Sends what is not committed yet; resolves when it is, or when it is known that it cannot be. */
  flush(): Promise<unknown>
  /** Puts a page away; the next opening reads it again. */
  putAway(pageId: string): void
}

/** Pages kept with their history. */
const kept = 8

export function makeDesk(client: Client, clientId: string, unsent: Unsent): Desk {
  const pages = new Map<string, WorkedPage>()
  const putAway = (pageId: string) => {
    pages.get(pageId)?.saver.close()
    pages.delete(pageId)
  }
  const read = async (pageId: string): Promise<WorkedPage> => {
    const { documentId, version, doc, ledger, recognition, conflicts } = await client.call("document.open", { pageId })
    const editing = makeEditing(
      {
        pageId,
        documentId,
        doc: parseDocument(doc),
        recognition: recognition as unknown as Recognition,
        ledger: ledger as unknown as Ledger,
        conflicts,
      },
      clientId,
    )
    return { editing, saver: makeSaver({ client, page: editing, clientId, version }), scrolled: 0 }
  }
  return {
    putAway,
    find: (pageId) => pages.get(pageId),
    pages: () => [...pages.values()],
    flush: () => Promise.all([...pages.values()].map(({ saver }) => saver.flush())),
    open: async (pageId) => {
      let page = pages.get(pageId)
      if (page?.saver.reread.get() && page.saver.saved.get().state === "saved") {
        putAway(pageId)
        page = undefined
      }
      if (page) {
        page.saver.catchUp()
        pages.delete(pageId)
      } else {
        await unsent.sendAgain(client)
        page = await read(pageId)
        // Asked for twice, the one that came first counts.
        const first = pages.get(pageId)
        if (first) return first
      }
      pages.set(pageId, page)
      for (const [id, old] of pages) {
        if (pages.size <= kept) break
        if (old.saver.saved.get().state === "saved") putAway(id)
      }
      return page
    },
  }
}
