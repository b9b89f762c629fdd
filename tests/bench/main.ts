// npm run bench [-- NAME…]: prints tables; asserts nothing. Times are held against something known in the same
// run, for machines differ and are never idle.
import { benchCalibrate } from "./calibrate.ts"
import { benchMade } from "./made.ts"
import { benchPages } from "./pages.ts"
import { benchQueue } from "./queue.ts"
import { benchRecognition } from "./recognition.ts"
import { scanBench } from "./scan.ts"
import { benchSeams } from "./seams.ts"
import { benchSuspects } from "./suspects.ts"
import { benchTyping } from "./typing.ts"
import { fitWeights } from "./weights.ts"

const benches: Record<string, () => Promise<void>> = {
  made: benchMade,
  pages: benchPages,
  queue: benchQueue,
  recognition: benchRecognition,
  scan: scanBench,
  seams: benchSeams,
  suspects: benchSuspects,
  typing: benchTyping,
}
/** Not for comparing: only made when asked for. */
const fits: Record<string, () => Promise<void>> = { calibrate: benchCalibrate, weights: fitWeights }
const wanted = process.argv.slice(2)
for (const [name, bench] of Object.entries({ ...benches, ...fits }))
  if (wanted.includes(name) || (wanted.length === 0 && name in benches)) {
    console.log(`\n${name}`)
    await bench()
  }
