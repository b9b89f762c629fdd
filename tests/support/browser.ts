// Makes sure that there is a Chromium to test with: on Debian as root by apt, else Playwright's own download. Where
// neither can be had it says in one sentence what to do. The Chinese fonts come along, for the pictures to be true.
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

for (const install of [byApt, byPlaywright]) if (!hasChromium()) install()
if (!hasChromium()) {
  console.error(
    "The browser tests need Chromium: install it (Debian: apt-get install chromium fonts-noto-cjk), or name one in JIAOYANG_CHROMIUM.",
  )
  process.exit(1)
}
