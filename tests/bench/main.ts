// npm run bench [-- NAME… --seed N --pages N]: prints tables; asserts nothing. Times are held against something known in the
// same run, for machines differ and are never idle. Benches of made-up pages take their first seed and how many pages of each
// kind to make: with the seed that an earlier run printed they make its pages again. The others leave both aside.
import { cpus, loadavg, totalmem } from "node:os"
import { benchCalibrate } from "./calibrate.ts"
import { benchCost } from "./cost.ts"
import { benchMade } from "./made.ts"
import { type MadePages, readOptions } from "./options.ts"
import { benchPages } from "./pages.ts"
import { benchPapers } from "./papers.ts"
import { benchQueue } from "./queue.ts"
import { benchRecognition } from "./recognition.ts"
import { scanBench } from "./scan.ts"
import { benchSeams } from "./seams.ts"
import { benchSuspects } from "./suspects.ts"
import { benchTyping } from "./typing.ts"
import { benchVertical } from "./vertical.ts"
import { fitWeights } from "./weights.ts"

const { wanted, made } = readOptions()
const benches: Record<string, (made: MadePages) => Promise<void>> = {
  made: benchMade,
  cost: benchCost,
  pages: benchPages,
  papers: benchPapers,
  queue: benchQueue,
  recognition: benchRecognition,
  scan: scanBench,
  seams: benchSeams,
  suspects: benchSuspects,
  typing: benchTyping,
  vertical: benchVertical,
}
/** Not for comparing: only made when asked for. */
const fits: Record<string, (made: MadePages) => Promise<void>> = { calibrate: benchCalibrate, weights: fitWeights }

const cores = cpus()
console.log(
  `${cores[0]?.model.trim()}, ${cores.length} cores, ${(totalmem() / 2 ** 30).toFixed(1)} GiB, Node ${process.version}, ` +
    `load ${loadavg()
      .map((load) => load.toFixed(1))
      .join(" ")}`,
)
for (const [name, bench] of Object.entries({ ...benches, ...fits }))
  if (wanted.includes(name) || (wanted.length === 0 && name in benches)) {
    console.log(`\n${name}`)
    await bench(made)
  }
