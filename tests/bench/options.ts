// What may be said of the made-up pages of a bench.
import { parseArgs } from "node:util"

/** Undefined where the bench is to choose. */
export interface MadePages {
  /** Of the first page; the others count on from it. */
  seed: number | undefined
  /** How many pages of each kind. */
  pages: number | undefined
}

const options = { seed: { type: "string" }, pages: { type: "string" } } as const

const numberOf = (value: string | undefined): number | undefined => (value === undefined ? undefined : Number(value))

export function readOptions(): { wanted: string[]; made: MadePages } {
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  return { wanted: positionals, made: { seed: numberOf(values.seed), pages: numberOf(values.pages) } }
}
