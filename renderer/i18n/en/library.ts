// The list of pages, libraries, and the first run.
import type { Dictionary } from "../zh.ts"

const pages = (count: number) => `${count} ${count === 1 ? "page" : "pages"}`

export const listing: Dictionary["listing"] = {
  title: (count) => `Library · ${pages(count)}`,
  table: "All pages",
  column: {
    state: "State",
    newspaper: "Newspaper",
    date: "Date",
    pageNumber: "Page",
    section: "Section",
    headlines: "Headlines",
    source: "Source file",
  },
  filter: "Filter",
  filterPlaceholder: "newspaper, date, headline, file…",
  allStates: "All",
  states: "Filter by state",
  shown: (shown, total) => `${shown} of ${pages(total)}`,
  none: "No page fits.",
  noHeadline: "Open",
  sortBy: (name) => `Sort by ${name.toLowerCase()}`,
  selectRow: (name) => `Select ${name}`,
  edit: (name) => `Edit ${name.toLowerCase()}`,
  changedElsewhere: (value) => `Just changed elsewhere to “${value}”. Press Enter again to change it to this.`,
  help: "Space selects, Shift+↑↓ extends, Ctrl+A selects all, Enter opens, F2 edits",
}

export const choosing: Dictionary["choosing"] = {
  bar: "Selected pages",
  selected: (count) => `${pages(count)} selected`,
  all: "Select all",
  clear: "Clear selection",
  keep: "keep",
  apply: (count) => `Change ${pages(count)}`,
  export: "Export selection",
  changed: (count) => `${pages(count)} changed`,
  unchanged: (count) => `${pages(count)} not changed:`,
  more: (count) => `… and ${pages(count)} more`,
}

export const libraries: Dictionary["libraries"] = {
  title: "Libraries",
  more:
    "Each library is a folder with its scans and articles. An import under way stops when you change to another library " +
    "and can be continued when you come back.",
  recent: "Recent libraries",
  current: "current",
  missing: "the folder is gone",
  open: "Open",
  chooseFolder: "Choose a folder…",
  newName: "New library",
  newPlaceholder: "Name",
  create: "Create",
  beside: "It is made beside the current one.",
  opening: "Opening…",
  failed: (path) => `${path} cannot be opened: `,
}

export const welcome: Dictionary["welcome"] = {
  title: "Turn newspaper pages into clean articles",
  sample: "See a sample",
  sampleMore: "Two pages: read, joined and sorted into articles, every character linked to its place on the scan.",
  openSample: "Open the sample pages",
  import: "Import pages",
  importMore:
    "Scans, raw text or ALTO. You can also drop them anywhere in this window, or paste a picture. All on this computer.",
  library: "Open a library",
  libraryMore: "Go on with another library, or make a new one.",
  openLibrary: "Choose a library",
}

export const queueing: Dictionary["queueing"] = {
  status: (done, total) => `Queue ${done}/${total}`,
  failed: (count) => `${count} failed`,
  soon: "less than a minute",
  seconds: (count) => `about ${count} s`,
  minutes: (count) => `about ${count} ${count === 1 ? "minute" : "minutes"}`,
  hours: (hours, minutes) => (minutes ? `about ${hours} h ${minutes} min` : `about ${hours} h`),
  left: (time) => `${time} left`,
  items: "File by file",
  retry: "Retry",
  retryOf: (name) => `Retry ${name}`,
  ended: (done, failed) => (failed > 0 ? `Import ended: ${done} done, ${failed} failed` : `Import ended: ${done} done`),
}
