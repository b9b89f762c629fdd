// The sample pages that come with the program.
import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import type { Candidate } from "./intake.ts"
import { programFolder } from "./version.ts"

const folder = join(programFolder, "resources", "samples")

export const sampleScans = (): Candidate[] =>
  readdirSync(folder)
    .sort()
    .map((name) => ({ path: join(folder, name, "scan.jpg"), name: `${name}.jpg` }))
    .filter(({ path }) => existsSync(path))
