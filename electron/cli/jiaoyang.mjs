#!/usr/bin/env node
// The command. Any Node may start it: where that one is too old for the program, it starts the Node that came with the
// packages, and where there is none says so. This file is plain JavaScript and loads nothing native.
import { spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const needed = 24
const main = new URL("./main.ts", import.meta.url)

function bundledNode() {
  const { platform, arch } = process
  const packages = [`node-${platform === "win32" ? "win" : platform}-${arch}`, `node-bin-${platform}-${arch}`]
  const require = createRequire(import.meta.url)
  for (const name of packages) {
    try {
      const file = join(
        dirname(require.resolve(`${name}/package.json`)),
        "bin",
        platform === "win32" ? "node.exe" : "node",
      )
      if (existsSync(file)) return file
    } catch {}
  }
  return null
}

if (Number(process.versions.node.split(".")[0]) >= needed) {
  await import(main)
} else {
  const node = process.env.JIAOYANG_REEXECUTED ? null : bundledNode()
  if (!node) {
    const { node: found } = process.versions
    console.error(
      `校样需要 Node ${needed} 或更新的版本（现在是 ${found}）。Jiaoyang needs Node ${needed} or newer (this is ${found}).`,
    )
    process.exit(2)
  }
  const env = { ...process.env, JIAOYANG_REEXECUTED: "1" }
  const child = spawn(node, [fileURLToPath(main), ...process.argv.slice(2)], { stdio: "inherit", env })
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal))
  child.on("exit", (code, signal) => process.exit(code ?? (signal ? 130 : 1)))
}
