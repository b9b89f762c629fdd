// Where a Chromium for the browser tests is: the system's first, else Playwright's own.
import { existsSync } from "node:fs"
import { chromium } from "@playwright/test"

const places = [
  process.env.JIAOYANG_CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
]

/** Path of a Chromium, or undefined where Playwright's own is to be used or none is there. */
export const findChromium = (): string | undefined => places.find((place) => place && existsSync(place))

export const hasChromium = (): boolean => findChromium() !== undefined || existsSync(chromium.executablePath())
