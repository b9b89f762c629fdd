// What happens to files wherever they come from: dropped, chosen or pasted.
import type { ImportOptions } from "../../shared/contract.ts"
import type { NamedFile } from "./sending.ts"
import type { Session } from "./session.ts"

/** Imports the files. In the program's own window those that lie on the disk are named by their paths, not sent. */
export function importFiles(session: Session, files: readonly NamedFile[]): void {
  if (files.length === 0) return
  const paths = pathsOf(session, files)
  begin(session, (options) => (paths ? startPaths(session, paths, options) : session.sending.send(files, options)))
}

/** Has the person choose in the system's own dialog; false where there is none and the browser's must do. */
export function importByDialog(session: Session, what: "files" | "folder"): boolean {
  const { desktop, notices } = session
  if (!desktop) return false
  const choose = async () => {
    const paths = what === "files" ? await desktop.chooseFiles() : [await desktop.chooseFolder()]
    const chosen = paths.filter((path) => path !== null)
    if (chosen.length > 0) begin(session, (options) => startPaths(session, chosen, options))
  }
  notices.watch(choose())
  return true
}

/** Paths of all the files; null where one has none, as a picture from the clipboard. */
function pathsOf({ desktop }: Session, files: readonly NamedFile[]): string[] | null {
  const paths = files.map(({ body }) => (desktop && body instanceof File ? desktop.pathOf(body) : ""))
  return paths.every((path) => path) ? paths : null
}

const startPaths = async ({ client }: Session, paths: string[], options: ImportOptions): Promise<string> =>
  (await client.call("import.start", { paths, options })).importId

/** Begins an import with what is known of this batch, which then is forgotten: it need not be true of the next. */
function begin(session: Session, start: (options: ImportOptions) => Promise<string | null>): void {
  const { sending, imports, notices, routes, settings } = session
  const options = { ...sending.options.get(), without: [...settings.get().without] }
  sending.options.set({})
  if (routes.store.get().view !== "page") routes.go({ view: "queue" })
  const work = async () => {
    const importId = await start(options)
    if (importId) await imports.look(importId)
  }
  notices.watch(work())
}

/** Imports the sample pages that came with the program. */
export function importSample({ imports, notices, routes }: Session): void {
  routes.go({ view: "queue" })
  notices.watch(imports.sample())
}
