// Files out of what was dropped: folders are read to their ends, what the system put there is left out.
import type { NamedFile } from "../state/sending.ts"

/** The part of the browser's entries that is used here. */
export interface Entry {
  readonly isFile: boolean
  readonly name: string
  file?(done: (file: File) => void, fail: (error: unknown) => void): void
  createReader?(): { readEntries(done: (entries: Entry[]) => void, fail: (error: unknown) => void): void }
}

const order = new Intl.Collator("zh-CN", { numeric: true })

/** Files that a system keeps for itself: never meant by a person who drops a folder. */
export const isSystemFile = (name: string): boolean =>
  name.startsWith(".") || /^(thumbs\.db|desktop\.ini|__macosx)$/i.test(name)

async function filesIn(entry: Entry): Promise<NamedFile[]> {
  if (entry.isFile) {
    const body = await new Promise<File>((done, fail) => entry.file?.(done, fail))
    return [{ name: entry.name, body }]
  }
  const reader = entry.createReader?.()
  const inside: Entry[] = []
  // A reader gives a folder in portions and ends with an empty one.
  for (;;) {
    const some = await new Promise<Entry[]>((done, fail) => (reader ? reader.readEntries(done, fail) : done([])))
    if (some.length === 0) break
    inside.push(...some)
  }
  return walk(inside)
}

/** All files of the entries in the order of their names. */
export async function walk(entries: readonly Entry[]): Promise<NamedFile[]> {
  const kept = entries.filter((entry) => !isSystemFile(entry.name))
  const files: NamedFile[] = []
  for (const entry of kept.sort((a, b) => order.compare(a.name, b.name))) files.push(...(await filesIn(entry)))
  return files
}

/** What a file dialog gave, in the order of the paths. */
export function chosen(list: Iterable<File>): NamedFile[] {
  const path = (file: File) => file.webkitRelativePath || file.name
  return [...list]
    .filter((file) => !path(file).split("/").some(isSystemFile))
    .sort((a, b) => order.compare(path(a), path(b)))
    .map((body) => ({ name: body.name, body }))
}
