// npm run bench [-- made pages recognition scan typing vertical]: prints tables; asserts nothing. Times are held against something known in the same
// run, for machines differ and are never idle.
import { benchMade } from "./made.ts"
import { benchPages } from "./pages.ts"
import { benchRecognition } from "./recognition.ts"
import { scanBench } from "./scan.ts"
import { benchTyping } from "./typing.ts"
import { benchVertical } from "./vertical.ts"

const benches: Record<string, () => Promise<void>> = {
  made: benchMade,
  pages: benchPages,
  recognition: benchRecognition,
  scan: scanBench,
  typing: benchTyping,
  vertical: benchVertical,
}
const wanted = process.argv.slice(2)
for (const [name, bench] of Object.entries(benches))
  if (wanted.length === 0 || wanted.includes(name)) {
    console.log(`\n${name}`)
    await bench()
  }
