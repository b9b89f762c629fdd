// What happens to files wherever they come from: dropped, chosen or pasted.
import type { NamedFile } from "./sending.ts"
import type { Session } from "./session.ts"

/** Sends the files with what is known of this batch, which then is forgotten: it need not be true of the next. */
export function importFiles(session: Session, files: readonly NamedFile[]): void {
  if (files.length === 0) return
  const { sending, imports, notices, routes } = session
  const options = sending.options.get()
  sending.options.set({})
  if (routes.store.get().view !== "page") routes.go({ view: "queue" })
  const begin = async () => {
    const importId = await sending.send(files, options)
    if (importId) await imports.look(importId)
  }
  notices.watch(begin())
}
