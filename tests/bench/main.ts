// npm run bench [-- made pages recognition scan suspects typing weights]: prints tables; asserts nothing. Times are held against something known in the same
// run, for machines differ and are never idle.
import { benchMade } from "./made.ts"
import { benchPages } from "./pages.ts"
import { benchRecognition } from "./recognition.ts"
import { scanBench } from "./scan.ts"
import { benchSuspects } from "./suspects.ts"
import { benchTyping } from "./typing.ts"
import { fitWeights } from "./weights.ts"

const benches: Record<string, () => Promise<void>> = {
  made: benchMade,
  pages: benchPages,
  recognition: benchRecognition,
  scan: scanBench,
  suspects: benchSuspects,
  typing: benchTyping,
}
/** Not for comparing: only made when asked for. */
const fits: Record<string, () => Promise<void>> = { weights: fitWeights }
const wanted = process.argv.slice(2)
for (const [name, bench] of Object.entries({ ...benches, ...fits }))
  if (wanted.includes(name) || (wanted.length === 0 && name in benches)) {
    console.log(`\n${name}`)
    await bench()
  }
