// The other libraries: which there are, and how to go over to one of them. A host cannot change its library under itself:
// it checks what can be checked, answers, and leaves for the one who started it to open the other.
import { dirname, join, resolve } from "node:path"
import type { CallContext, Input, Output } from "../../shared/contract.ts"
import { AppError } from "../../shared/errors.ts"
import { safeName } from "../../shared/export/filenames.ts"
import { checkFolder, hasLibrary, type Library } from "../services/library/library.ts"
import { recentLibraries, withOpened } from "../services/recent.ts"
import type { HostOrders } from "./orders.ts"

export interface Libraries {
  currentId: string
  recent(): Output<"library.recent">
  open(wanted: Input<"library.open">, context: CallContext): void
}

export interface LibrariesParts {
  library: Library
  currentId: string
  failed: HostOrders["failed"]
  leaveFor(dir: string): void
}

export function makeLibraries({ library, currentId, failed, leaveFor }: LibrariesParts): Libraries {
  // Even where the list could not be written, the open library is on it.
  const known = () => withOpened(recentLibraries(), currentId, library.dir, library.now())

  function folderOf(wanted: Input<"library.open">, context: CallContext): string {
    if ("name" in wanted) return join(dirname(library.dir), safeName(wanted.name))
    if ("id" in wanted) {
      const found = known().find((one) => one.id === wanted.id)
      if (!found) throw new AppError("not-found", { what: "library" })
      return found.path
    }
    if (!context.paths) throw new AppError("invalid", { where: "path" })
    return resolve(wanted.path)
  }

  return {
    currentId,
    recent: () => ({
      libraries: known().map(({ id, name, path }) => ({
        id,
        name,
        path,
        current: path === library.dir,
        missing: !hasLibrary(path),
      })),
      failed,
    }),
    open(wanted, context) {
      const dir = folderOf(wanted, context)
      checkFolder(dir, !("id" in wanted))
      if (dir !== library.dir) leaveFor(dir)
    },
  }
}
