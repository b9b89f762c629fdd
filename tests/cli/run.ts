// The command in a process of its own, as a shell would start it.
import { spawn } from "node:child_process"
import { onTestFinished } from "vitest"
import { command, environment } from "../services/command.ts"

export interface Ran {
  code: number | null
  out: string
  err: string
}

interface Setting {
  env?: Record<string, string>
  node?: string
  cwd?: string
}

/** Runs `jiaoyang …` to its end, in English unless `env` says otherwise. */
export function jiaoyang(args: string[], { env = {}, node = process.execPath, cwd }: Setting = {}): Promise<Ran> {
  const child = spawn(node, [command, ...args], {
    env: { ...environment, JIAOYANG_LANG: "en", ...env },
    stdio: ["ignore", "pipe", "pipe"],
    ...(cwd && { cwd }),
  })
  onTestFinished(() => void child.kill("SIGKILL"))
  const [out, err]: [Buffer[], Buffer[]] = [[], []]
  child.stdout.on("data", (chunk) => out.push(chunk))
  child.stderr.on("data", (chunk) => err.push(chunk))
  return new Promise((resolve) =>
    child.on("close", (code) =>
      resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    ),
  )
}

/** Output of ours never shows where in the program something happened. */
export const stackTrace = /^\s+at |node:internal|\.ts:\d+|Error:/m

export const page = `东湖日报 2026年5月12日 星期二 第03版

洪州地铁5G网络全线开通

　　本报讯（记者 张三）5月11日，洪州地铁全线开通5G网络，速度达28.6兆。
　　市民纷纷点赞。
`
