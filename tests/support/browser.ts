// Makes sure that there are a Chromium and Chinese fonts to test with: on Debian as root by apt, else Playwright's own
// download. Where no browser can be had it says in one sentence what to do.
import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { hasChromium } from "./chromium.ts"

const quietly = (command: string, args: string[]): boolean =>
  spawnSync(command, args, {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  }).status === 0

function byApt(): void {
  if (!existsSync("/usr/bin/apt-get") || process.getuid?.() !== 0) return
  console.error("Installing chromium and fonts-noto-cjk with apt-get …")
  if (quietly("apt-get", ["update", "-qq"])) quietly("apt-get", ["install", "-y", "-qq", "chromium", "fonts-noto-cjk"])
}

function byPlaywright(): void {
  console.error("Downloading Chromium with Playwright …")
  const cli = join(dirname(createRequire(import.meta.url).resolve("@playwright/test/package.json")), "cli.js")
  quietly(process.execPath, [cli, "install", "chromium"])
}

/** Where fontconfig is, it knows; elsewhere systems come with Chinese fonts. */
function hasChineseFonts(): boolean {
  const { stdout, error } = spawnSync("fc-list", [":lang=zh-cn", "family"], { encoding: "utf8" })
  return error !== undefined || stdout.trim() !== ""
}

if (!hasChromium() || !hasChineseFonts()) byApt()
if (!hasChromium()) byPlaywright()
if (!hasChromium()) {
  console.error(
    "The browser tests need Chromium: install it (Debian: apt-get install chromium fonts-noto-cjk), or name one in JIAOYANG_CHROMIUM.",
  )
  process.exit(1)
}
