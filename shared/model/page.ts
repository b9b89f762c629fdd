// Newspaper, issue, page: where a text was printed.

export interface Editor {
  role: string
  name: string
}

/** What is known of a page. Absent values are null; `date` is ISO; `number` is printed (03, A5), hence a string. */
export interface PageFacts {
  newspaper: string | null
  date: string | null
  weekday: string | null
  pageNumber: string | null
  section: string | null
  editors: Editor[]
  /** The masthead as printed. */
  printed: string | null
}

export const unknownPage: PageFacts = {
  newspaper: null,
  date: null,
  weekday: null,
  pageNumber: null,
  section: null,
  editors: [],
  printed: null,
}

export const pageStates = ["new", "recognized", "proof", "final", "attention"] as const
/** Those that a person can give a page. */
export const settableStates = ["recognized", "proof", "final"] as const
export type PageState = (typeof pageStates)[number]
