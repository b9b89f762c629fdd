// Cuts a stream of text into JSON lines. A chunk may end anywhere; an empty line is a heartbeat.

/** Takes chunks; gives the values of the lines that are complete. A line that is not JSON is dropped. */
export function jsonLines(): (chunk: string) => unknown[] {
  let rest = ""
  return (chunk) => {
    const lines = (rest + chunk).split("\n")
    rest = lines.pop() ?? ""
    return lines.flatMap((line) => {
      if (!line.trim()) return []
      try {
        return [JSON.parse(line) as unknown]
      } catch {
        return []
      }
    })
  }
}
