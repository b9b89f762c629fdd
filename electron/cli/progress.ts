// Progress on stderr: one line that is written over on a terminal, plain lines elsewhere.
import { inLanguage } from "./words.ts"

export interface Progress {
  /** Something is under way; `done` of `total`, and how many seconds the rest takes, where that is known. */
  at(label: string, done?: number, total?: number, secondsLeft?: number | null): void
  /** Something ended; its line stays. */
  ended(line: string): void
}

const width = 24

const bar = (share: number): string => "█".repeat(Math.round(share * width)).padEnd(width, "░")

export function makeProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  let shown = ""
  let lastPlain = ""
  const clear = () => stream.write("\r\u001b[2K")
  return {
    at(label, done = 0, total = 0, secondsLeft = null) {
      const left =
        secondsLeft === null ? "" : ` ${inLanguage(`剩余约 ${secondsLeft} 秒`, `about ${secondsLeft} s left`)}`
      if (stream.isTTY) {
        clear()
        stream.write((shown = total ? `${bar(done / total)} ${done}/${total} ${label}${left}` : label))
        return
      }
      // Without a terminal: a line when something new begins, and each quarter of it.
      const line = total ? `${label} ${Math.floor((done / total) * 4) * 25}%` : label
      if (line !== lastPlain) stream.write(`${line}${left}\n`)
      lastPlain = line
    },
    ended(line) {
      if (stream.isTTY && shown) clear()
      shown = ""
      stream.write(`${line}\n`)
    },
  }
}
