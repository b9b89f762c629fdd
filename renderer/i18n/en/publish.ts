// Export.
import type { Dictionary } from "../zh.ts"

const pages = (count: number) => `${count} ${count === 1 ? "page" : "pages"}`

export const publish: Dictionary["publish"] = {
  title: "Export",
  scope: "What",
  page: "This page",
  selected: (count) => `${pages(count)} selected`,
  issue: "An issue",
  chooseIssue: "Which issue",
  all: (count) => `All ${pages(count)}`,
  formats: "Format",
  format: { json: "JSON (all fields)", txt: "Plain text", md: "Markdown" },
  oneFile: "One file",
  zip: (count) => `${count} files in a zip`,
  nothing: "There is no page to export.",
  start: "Export",
  progress: (done, total) => `${done} of ${total} exported`,
  ended: (file) => `Handed to the browser: ${file}`,
  endedEmpty: "No page was exported.",
  cancelled: "Cancelled; no file is left behind.",
  failed: (count) => `${pages(count)} not exported:`,
  preview: "Preview",
  of: (at, total) => `${at} / ${total}`,
  cut: (shown, total) => `Only the first ${shown} characters are shown here; the exported file has all ${total}.`,
  selection: "Selected pages",
  everything: "All pages",
}
