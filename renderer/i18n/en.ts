// The words of the page in English.

import { command, menu } from "../../shared/i18n/en/commands.ts"
import { editor } from "./en/editor.ts"
import { frame } from "./en/frame.ts"
import { choosing, libraries, listing, queueing, welcome } from "./en/library.ts"
import { publish } from "./en/publish.ts"
import type { Dictionary } from "./zh.ts"

const block = {
  column: "Column",
  kicker: "Kicker",
  headline: "Headline",
  subheadline: "Subhead",
  byline: "Byline",
  dateline: "Dateline",
  note: "Note",
  paragraph: "Body",
  heading: "Heading",
  caption: "Caption",
  jump: "Jump",
}

const count = (number: number, one: string, more = `${one}s`) => `${number} ${number === 1 ? one : more}`

export const en: Dictionary = {
  app: "Jiaoyang",
  otherLanguage: "中文",
  block,
  scrap: { ...block, body: "Body", masthead: "Masthead", notice: "Notice", unplaced: "Unplaced" },
  pageState: { new: "New", recognized: "Recognized", proof: "In proof", final: "Final", attention: "Needs attention" },
  item: {
    waiting: "Waiting",
    working: "Recognizing",
    done: "Done",
    duplicate: "Already here",
    failed: "Failed",
    cancelled: "Cancelled",
  },
  command,
  editor,
  frame,
  menu,
  listing,
  choosing,
  libraries,
  welcome,
  queueing,
  publish,
  importState: { running: "Importing", waiting: "Unfinished", ended: "Ended" },
  theme: { auto: "auto", light: "light", dark: "dark" },
  colon: ": ",

  search: "Search",
  importPages: "Import",
  queue: "Queue",
  exportPage: "Export",
  themeIs: (name) => `Theme: ${name}`,
  switchLanguage: "切换到中文",

  library: "Library",
  undated: "Undated",
  unknownPaper: "Newspaper unknown",
  pageLabel: (number) => `p. ${number}`,
  continueWith: "Continue with",

  chooseFiles: "Choose files",
  chooseFolder: "Choose a folder",
  orDrop: "Or drop files and folders anywhere in this window, or paste a picture.",
  dropHere: "Release to import",

  importDefaults: "Known about this batch (leave empty to read it from the page)",
  newspaper: "Newspaper",
  date: "Date",
  pageNumber: "Page",
  section: "Section",
  script: "Script",
  scripts: { auto: "Automatic", hans: "Simplified", hant: "Traditional" },
  noImports: "Nothing has been imported yet.",
  sendingTitle: "Sending",
  unsentTitle: "Could not be sent",
  importTitle: (total) => count(total, "file"),
  filesDone: (done, total) => `${done} / ${count(total, "file")}`,
  counted: { done: "done", duplicate: "already here", failed: "failed", cancelled: "cancelled" },
  cancel: "Cancel",
  resume: "Continue",
  retryFailed: "Retry failed",
  sendAgain: "Send again",
  dismiss: "Dismiss",
  openPage: "Open",
  hostUnreachable: "The program cannot be reached",
  pastedName: (time) => `Pasted picture ${time}.png`,

  scan: "Scan",
  printedLines: "Printed lines",
  printedMore: "This page came as text and has no scan.",
  scanScale: "Scale",
  scanFailed: "The scan cannot be opened",
  scanOf: (name) => `Scan of ${name}`,
  loading: "Opening…",
  articles: "Articles",
  tray: "Not in any article",
  likely: (role) => `perhaps ${role.toLowerCase()}`,
  facts: "Page facts",
  state: "State",
  dateHint: "Write the date as 2026-05-12",
  conflict: "This page was just changed elsewhere.",
  theirs: (value) => `It is now “${value}”`,
  empty: "empty",
  takeMine: (value) => `Change to “${value}”`,
  keepTheirs: "Keep it",
  pageGone: "This page is not in the library.",

  searchFor: "Search all articles",
  searchPlaceholder: "a name, a place, a sentence…",
  hits: (number) => count(number, "hit"),
  shown: (number, total) => `First ${number} of ${total} hits`,
  noHits: (query) => `Nothing found for “${query}”.`,
  searchHint: "A single character is enough; full and half width are the same.",
  untitled: "(untitled)",

  saved: "Saved",
  saving: "Saving…",
  connecting: "Connecting…",
  lost: "Connection to the program lost, trying again; nothing is gone.",
  noToken:
    "Please open the complete address that the program printed when it started (the line with #token=), so that this " +
    "page can reach the library.",
  denied: "This address is no longer valid: the program was restarted. Please open the address it printed anew.",
  pageTotal: (number) => count(number, "page"),
}
