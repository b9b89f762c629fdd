// Where the window was and how large, kept between starts. A place that no display shows any more is not taken.
import { readFileSync } from "node:fs"
import { mkdir } from "node:fs/promises"
import { dirname, join } from "node:path"
import { type BrowserWindow, type Rectangle, screen } from "electron"
import { configFolder } from "../services/recent.ts"
import { writeFileSafely } from "../services/safefile.ts"

export type Place = Partial<Rectangle> & { maximized: boolean }

const usual: Place = { width: 1440, height: 900, maximized: false }
/** As much of the window as must be on a display, in pixels. */
const enough = 100

const file = () => join(configFolder(), "window.json")

const isSeen = ({ x, y, width, height }: Rectangle): boolean =>
  screen.getAllDisplays().some(({ workArea: area }) => {
    const wide = Math.min(x + width, area.x + area.width) - Math.max(x, area.x)
    const high = Math.min(y + height, area.y + area.height) - Math.max(y, area.y)
    return wide >= enough && high >= enough
  })

export function readPlace(): Place {
  try {
    const { x, y, width, height, maximized } = JSON.parse(readFileSync(file(), "utf8"))
    const bounds = { x, y, width, height }
    if (!Object.values(bounds).every(Number.isInteger) || !isSeen(bounds)) return usual
    return { ...bounds, maximized: maximized === true }
  } catch {
    return usual
  }
}

export async function keepPlace(window: BrowserWindow): Promise<void> {
  const place = { ...window.getNormalBounds(), maximized: window.isMaximized() }
  await mkdir(dirname(file()), { recursive: true })
  await writeFileSafely(file(), `${JSON.stringify(place)}\n`)
}
