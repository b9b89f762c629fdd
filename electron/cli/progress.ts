// Progress on stderr: one line that is written over on a terminal, plain lines elsewhere.

export interface Progress {
  /** Something is under way; `done` of `total` where that is known. */
  at(label: string, done?: number, total?: number): void
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
    at(label, done = 0, total = 0) {
      if (stream.isTTY) {
        clear()
        stream.write((shown = total ? `${bar(done / total)} ${done}/${total} ${label}` : label))
        return
      }
      // Without a terminal: a line when something new begins, and each quarter of it.
      const line = total ? `${label} ${Math.floor((done / total) * 4) * 25}%` : label
      if (line !== lastPlain) stream.write(`${line}\n`)
      lastPlain = line
    },
    ended(line) {
      if (stream.isTTY && shown) clear()
      shown = ""
      stream.write(`${line}\n`)
    },
  }
}
