// The libraries that this user opened lately, in a small file of the user's own: the newest first.
import { readFileSync } from "node:fs"
import { mkdir } from "node:fs/promises"
import { homedir } from "node:os"
import { basename, join } from "node:path"
import { writeFileSafely } from "./safefile.ts"

export interface RecentLibrary {
  id: string
  name: string
  path: string
  openedAt: string
}

const most = 20

/** Where the program keeps what belongs to the user and to no library. */
export function configFolder(): string {
  const { JIAOYANG_CONFIG, XDG_CONFIG_HOME, APPDATA } = process.env
  if (JIAOYANG_CONFIG) return JIAOYANG_CONFIG
  const ofSystem = {
    darwin: join(homedir(), "Library", "Application Support"),
    win32: APPDATA || join(homedir(), "AppData", "Roaming"),
  }
  const folder = ofSystem[process.platform as keyof typeof ofSystem] ?? (XDG_CONFIG_HOME || join(homedir(), ".config"))
  return join(folder, "jiaoyang")
}

const file = () => join(configFolder(), "recent.json")

const isRecent = (one: Record<string, unknown> | null): boolean =>
  /^[0-9a-z]{16}$/.test(String(one?.id)) && ["name", "path", "openedAt"].every((key) => typeof one?.[key] === "string")

/** A file that is missing or damaged is an empty list: it holds nothing that cannot be had again. */
export function recentLibraries(): RecentLibrary[] {
  try {
    const { libraries } = JSON.parse(readFileSync(file(), "utf8")) as { libraries: RecentLibrary[] }
    return libraries.filter((one) => isRecent(one as unknown as Record<string, unknown>))
  } catch {
    return []
  }
}

/** The list with this library first. One that was moved, or made anew in its place, is there once. */
export function withOpened(list: RecentLibrary[], id: string, path: string, now: Date): RecentLibrary[] {
  const others = list.filter((one) => one.id !== id && one.path !== path)
  return [{ id, name: basename(path), path, openedAt: now.toISOString() }, ...others].slice(0, most)
}

export async function rememberOpened(id: string, path: string, now: Date): Promise<void> {
  await mkdir(configFolder(), { recursive: true })
  const libraries = withOpened(recentLibraries(), id, path, now)
  await writeFileSafely(file(), `${JSON.stringify({ libraries }, null, 2)}\n`)
}
