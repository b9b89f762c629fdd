// Words of the text pane.
import type { editor as zh } from "../zh/editor.ts"

export const editor: typeof zh = {
  tray: (count) => (count > 0 ? `Outside the articles: ${count}` : "All text of the page is in an article"),
  block: "This block",
  tag: "Tag",
  article: "Article",
  several: "Several",
  readAs: "read as",
  otherHalf: (page, sure) => `${sure ? "other half on" : "other half perhaps on"} ${page}`,
  findNext: "Next match",
  findPrevious: "Previous match",
  replaceWith: "Replace with",
  replaceAll: "Replace all",
  closeFind: "Close find",
  matches: (at, all) => (all === 0 ? "none" : at > 0 ? `${at}/${all}` : `${all} found`),
  elsewhere: "Another window has this page open",
  changedElsewhere: "Another window changed this page; its changes were taken in",
  unsaved: "Not saved, trying again",
  refused: "These changes cannot be stored: copy them out and open the page again",
  reopen: "Open again",
  lost: (count) => `${count} edits made as the page was closed were not stored: it had been changed elsewhere`,
}
