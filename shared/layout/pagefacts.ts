// What the masthead says of the page.
import { type PageFacts, unknownPage } from "../model/page.ts"
import { readMasthead, sectionIn } from "../text/masthead.ts"

/** Page facts from the printed lines of a masthead, in any order. */
export function readPageFacts(lines: string[]): PageFacts {
  const facts: PageFacts = { ...unknownPage, editors: [], printed: lines.map((line) => line.trim()).join(" ") || null }
  for (const line of lines) {
    const found = readMasthead(line)
    facts.newspaper ??= found.newspaper ?? null
    facts.date ??= found.date ?? null
    facts.weekday ??= found.weekday ?? null
    facts.pageNumber ??= found.pageNumber ?? null
    if (!found.editors) facts.section ??= sectionIn(line) ?? null
    facts.editors.push(...(found.editors ?? []))
  }
  return facts
}
