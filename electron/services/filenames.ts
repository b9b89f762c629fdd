// What a file's name says of the page in it: paper, date, page number. `东湖日报_2026-05-12_03.tif`, `20260512-A05版.jpg`.
import { basename, extname } from "node:path"
import type { ImportOptions } from "../../shared/contract.ts"
import type { PageFacts } from "../../shared/model/page.ts"
import { findDate } from "../../shared/text/dates.ts"

export interface NamedFacts {
  newspaper?: string
  date?: string
  pageNumber?: string
}

const compact = /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/u
const pageMarks = [
  /第\s*([A-Z]?\d{1,3})\s*版/iu,
  /(?<![A-Z\d])([A-Z]?\d{1,3})\s*版/iu,
  /(?:^|[-_.\s])(?:p|page)?([A-Z]?\d{1,3})$/iu,
]
const paper = /^[\p{Script=Han}]{2,12}(?:报|刊|報)/u

export function factsInName(path: string): NamedFacts {
  const name = basename(path, extname(path)).normalize("NFC")
  const facts: NamedFacts = {}
  const named = paper.exec(name)
  if (named) facts.newspaper = named[0]
  const spread = compact.exec(name)
  const date = findDate(spread ? `${spread[1]}-${spread[2]}-${spread[3]}` : name.replace(/_/gu, "-"))
  if (date) facts.date = date
  const rest = name
    .replace(compact, " ")
    .replace(/[12]\d{3}[-_./年]\d{1,2}[-_./月]\d{1,2}日?/u, " ")
    .trim()
  const page = pageMarks.map((mark) => mark.exec(rest)?.[1]).find(Boolean)
  if (page && (date || /版/u.test(rest))) facts.pageNumber = page.toUpperCase()
  return facts
}

/**
 * What the person said comes first, then the file's name, then the masthead. The number in the name of a file of several
 * pages is not that of each.
 */
export function withKnown(facts: PageFacts, name: string, options: ImportOptions, pages = 1): PageFacts {
  const byName = factsInName(name)
  return {
    ...facts,
    newspaper: options.newspaper || byName.newspaper || facts.newspaper,
    date: options.date ?? byName.date ?? facts.date,
    pageNumber: options.pageNumber || (pages === 1 && byName.pageNumber) || facts.pageNumber,
  }
}
