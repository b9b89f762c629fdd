// Which files a person meant: files as named, folders with all that is in them, in the order in which people count.
import { lstat, readdir } from "node:fs/promises"
import { basename, join, relative, resolve } from "node:path"

export interface Candidate {
  path: string
  /** How the file is called to the person: its path below the folder that was named. */
  name: string
}

const natural = new Intl.Collator("zh", { numeric: true, sensitivity: "base" })
const systemFile = /^(?:\.|Thumbs\.db$|desktop\.ini$|__MACOSX$|~\$)/iu

/** Files below `paths`. What is named itself is taken whatever it is, so that its failure is reported; links inside folders are not followed. */
export async function listCandidates(paths: string[]): Promise<Candidate[]> {
  const found: Candidate[] = []
  for (const path of paths) {
    const entry = await lstat(path).catch(() => null)
    if (entry?.isDirectory()) found.push(...(await walk(resolve(path), resolve(path))))
    else found.push({ path: resolve(path), name: basename(path) })
  }
  const seen = new Set<string>()
  return found.filter(({ path }) => !seen.has(path) && seen.add(path))
}

async function walk(folder: string, top: string): Promise<Candidate[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null)
  if (!entries) return [{ path: folder, name: relative(top, folder) || basename(folder) }]
  const out: Candidate[] = []
  for (const entry of entries.sort((a, b) => natural.compare(a.name, b.name))) {
    const path = join(folder, entry.name)
    if (systemFile.test(entry.name)) continue
    if (entry.isDirectory()) out.push(...(await walk(path, top)))
    else if (!entry.isSymbolicLink()) out.push({ path, name: relative(top, path) })
  }
  return out
}
