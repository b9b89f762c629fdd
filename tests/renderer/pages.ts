// Pages as the tests of the renderer need them.
import type { PageSummary } from "../../shared/contract.ts"

let count = 0

export function page(facts: Partial<PageSummary> = {}): PageSummary {
  const id = (++count).toString().padStart(16, "0")
  const unknown = { newspaper: null, date: null, pageNumber: null, section: null, width: null, height: null }
  return { id, ...unknown, state: "recognized", source: `${count}.tif`, headlines: [], revision: 1, ...facts }
}
