// npm run bench [-- NAME…]: prints tables; asserts nothing. Times are held against something known in the same
// run, for machines differ and are never idle.
import { benchCalibrate } from "./calibrate.ts"
import { benchCost } from "./cost.ts"
import { benchMade } from "./made.ts"
import { benchPages } from "./pages.ts"
import { benchRecognition } from "./recognition.ts"
import { scanBench } from "./scan.ts"
import { benchSeams } from "./seams.ts"
import { benchTyping } from "./typing.ts"

const benches: Record<string, () => Promise<void>> = {
  made: benchMade,
  calibrate: benchCalibrate,
  cost: benchCost,
  pages: benchPages,
  recognition: benchRecognition,
  scan: scanBench,
  seams: benchSeams,
  typing: benchTyping,
}
const wanted = process.argv.slice(2)
for (const [name, bench] of Object.entries(benches))
  if (wanted.length === 0 || wanted.includes(name)) {
    console.log(`\n${name}`)
    await bench()
  }
