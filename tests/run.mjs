// The tasks behind npm's scripts, each on the Node that the program runs on: npm 10 does not link it into .bin.
import { spawnSync } from "node:child_process"
import { delimiter, dirname, resolve } from "node:path"
import { bundledNode, runsOnIt, tooOld } from "../electron/cli/bundlednode.mjs"

const tasks = {
  typecheck: ["tsc -b"],
  lint: ["biome check .", "knip"],
  unit: ["node tests/support/browser.ts", "vitest run --config tests/vitest.config.ts"],
  e2e: ["node tests/support/browser.ts", "playwright test --config tests/playwright.config.ts"],
  bench: ["node tests/bench/main.ts"],
  pack: [
    "vite build --config renderer/vite.config.ts --logLevel warn",
    "electron-vite build --config electron/electron.vite.config.ts --logLevel error",
    "electron-builder --publish never",
  ],
  samples: ["node tests/fixtures/pages/make.ts"],
}
const groups = { test: ["typecheck", "lint", "unit", "e2e"] }

const node = bundledNode() ?? (runsOnIt() ? process.execPath : null)
if (!node) {
  console.error(tooOld())
  process.exit(2)
}
const path = [dirname(node), resolve("node_modules/.bin"), process.env.PATH].join(delimiter)
const [wanted = "test", ...more] = process.argv.slice(2)
for (const task of groups[wanted] ?? [wanted])
  for (const [i, command] of tasks[task].entries()) {
    // What else is said is meant for the last: the others only prepare.
    const last = i === tasks[task].length - 1
    const line = [command, ...(last ? more.map((word) => JSON.stringify(word)) : [])].join(" ")
    const { status } = spawnSync(line, { stdio: "inherit", shell: true, env: { ...process.env, PATH: path } })
    if (status !== 0) process.exit(status ?? 1)
  }
