// npm run bench [-- made pages recognition scan typing] [--seed N]: prints tables; asserts nothing. Times are held against
// something known in the same run, for machines differ and are never idle. With a seed the made-up pages of an earlier run
// are made again.
import { parseArgs } from "node:util"
import { benchMade } from "./made.ts"
import { benchPages } from "./pages.ts"
import { benchRecognition } from "./recognition.ts"
import { scanBench } from "./scan.ts"
import { benchTyping } from "./typing.ts"

const { values, positionals: wanted } = parseArgs({ options: { seed: { type: "string" } }, allowPositionals: true })
const benches: Record<string, () => Promise<void>> = {
  made: () => benchMade(values.seed === undefined ? undefined : Number(values.seed)),
  pages: benchPages,
  recognition: benchRecognition,
  scan: scanBench,
  typing: benchTyping,
}
for (const [name, bench] of Object.entries(benches))
  if (wanted.length === 0 || wanted.includes(name)) {
    console.log(`\n${name}`)
    await bench()
  }
