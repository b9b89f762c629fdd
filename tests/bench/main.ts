// npm run bench [-- NAME…] [--seed N]: prints tables; asserts nothing. Times are held against
// something known in the same run, for machines differ and are never idle. With a seed the made-up pages of an earlier run
// are made again.
import { parseArgs } from "node:util"
import { benchCalibrate } from "./calibrate.ts"
import { benchCost } from "./cost.ts"
import { benchMade } from "./made.ts"
import { benchPages } from "./pages.ts"
import { benchQueue } from "./queue.ts"
import { benchRecognition } from "./recognition.ts"
import { scanBench } from "./scan.ts"
import { benchSeams } from "./seams.ts"
import { benchSuspects } from "./suspects.ts"
import { benchTyping } from "./typing.ts"
import { benchVertical } from "./vertical.ts"
import { fitWeights } from "./weights.ts"

const { values, positionals: wanted } = parseArgs({ options: { seed: { type: "string" } }, allowPositionals: true })
const benches: Record<string, () => Promise<void>> = {
  made: () => benchMade(values.seed === undefined ? undefined : Number(values.seed)),
  cost: benchCost,
  pages: benchPages,
  queue: benchQueue,
  recognition: benchRecognition,
  scan: scanBench,
  seams: benchSeams,
  suspects: benchSuspects,
  typing: benchTyping,
  vertical: benchVertical,
}
/** Not for comparing: only made when asked for. */
const fits: Record<string, () => Promise<void>> = { calibrate: benchCalibrate, weights: fitWeights }
for (const [name, bench] of Object.entries({ ...benches, ...fits }))
  if (wanted.includes(name) || (wanted.length === 0 && name in benches)) {
    console.log(`\n${name}`)
    await bench()
  }
