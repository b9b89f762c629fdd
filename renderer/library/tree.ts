// The library as a tree: newspaper ▸ date ▸ pages, flattened to the rows that are open.
import type { PageSummary } from "../../shared/contract.ts"
import { inOrder } from "../state/order.ts"

interface Issue {
  key: string
  date: string | null
  pages: PageSummary[]
}

interface Paper {
  key: string
  /** Null: the newspaper is not known. */
  newspaper: string | null
  issues: Issue[]
}

export function treeOf(pages: readonly PageSummary[]): Paper[] {
  const papers: Paper[] = []
  for (const page of inOrder(pages)) {
    let paper = papers.at(-1)
    if (!paper || paper.newspaper !== page.newspaper) {
      paper = { key: JSON.stringify([page.newspaper]), newspaper: page.newspaper, issues: [] }
      papers.push(paper)
    }
    let issue = paper.issues.at(-1)
    if (!issue || issue.date !== page.date) {
      issue = { key: JSON.stringify([page.newspaper, page.date]), date: page.date, pages: [] }
      paper.issues.push(issue)
    }
    issue.pages.push(page)
  }
  return papers
}

interface Place {
  key: string
  level: 1 | 2 | 3
  /** Place among its siblings, from 1, and how many they are. */
  place: number
  of: number
}

export type Row =
  | (Place & { kind: "paper"; paper: Paper; open: boolean })
  | (Place & { kind: "issue"; issue: Issue; open: boolean })
  | (Place & { kind: "page"; page: PageSummary })

/** Above this many pages only the issue of the current page is open from the start. */
export const manyPages = 200

/** Whether each branch is open: as the person left it, else by default. */
export function openBranches(
  papers: readonly Paper[],
  currentId: string | null,
  toggled: ReadonlyMap<string, boolean>,
): (key: string) => boolean {
  const total = papers.flatMap((paper) => paper.issues).reduce((sum, issue) => sum + issue.pages.length, 0)
  const byDefault = new Set<string>()
  for (const paper of papers) {
    byDefault.add(paper.key)
    for (const issue of paper.issues)
      if (total <= manyPages || issue.pages.some((page) => page.id === currentId)) byDefault.add(issue.key)
  }
  return (key) => toggled.get(key) ?? byDefault.has(key)
}

export function rowsOf(papers: readonly Paper[], isOpen: (key: string) => boolean): Row[] {
  const rows: Row[] = []
  papers.forEach((paper, p) => {
    const open = isOpen(paper.key)
    rows.push({ kind: "paper", key: paper.key, level: 1, place: p + 1, of: papers.length, paper, open })
    if (open) for (const [i, issue] of paper.issues.entries()) rows.push(...issueRows(paper, issue, i, isOpen))
  })
  return rows
}

function issueRows(paper: Paper, issue: Issue, index: number, isOpen: (key: string) => boolean): Row[] {
  const open = isOpen(issue.key)
  const head: Row = { kind: "issue", key: issue.key, level: 2, place: index + 1, of: paper.issues.length, issue, open }
  if (!open) return [head]
  const of = issue.pages.length
  return [
    head,
    ...issue.pages.map((page, at): Row => ({ kind: "page", key: page.id, level: 3, place: at + 1, of, page })),
  ]
}

const asTyped = (text: string): string => text.normalize("NFKC").toLowerCase()

/** What of a row is typed to go there. */
function starts(row: Row): string[] {
  if (row.kind === "paper") return [row.paper.newspaper ?? ""]
  if (row.kind === "issue") return [row.issue.date ?? "", row.issue.date?.slice(5) ?? ""]
  const { pageNumber, section, headlines, source } = row.page
  return [pageNumber ?? "", pageNumber?.replace(/^0+/, "") ?? "", section ?? headlines[0] ?? "", source]
}

/** The row that typed text means: the next that begins with it, from `at` on, round the end. Null where there is none. */
export function rowTyped(rows: readonly Row[], typed: string, at: number): number | null {
  const text = asTyped(typed)
  // One letter goes on from where one is; more letters may still mean the row they have led to.
  const from = [...text].length === 1 ? at + 1 : at
  for (let step = 0; step < rows.length; step++) {
    const index = (from + step) % rows.length
    const row = rows[index]
    if (row && starts(row).some((start) => asTyped(start).startsWith(text))) return index
  }
  return null
}
