#!/usr/bin/env node
// The command. Any Node may start it: where that one is too old for the program, it starts the Node that came with the
// packages, and where there is none says so. This file is plain JavaScript and loads nothing native.
import { spawn } from "node:child_process"
import { fileURLToPath } from "node:url"
import { bundledNode, runsOnIt, tooOld } from "./bundlednode.mjs"

const main = new URL("./main.ts", import.meta.url)

if (runsOnIt()) await import(main)
else {
  const node = process.env.JIAOYANG_REEXECUTED ? null : bundledNode()
  if (!node) {
    console.error(tooOld())
    process.exit(2)
  }
  const env = { ...process.env, JIAOYANG_REEXECUTED: "1" }
  const child = spawn(node, [fileURLToPath(main), ...process.argv.slice(2)], { stdio: "inherit", env })
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal))
  child.on("exit", (code, signal) => process.exit(code ?? (signal ? 130 : 1)))
}
