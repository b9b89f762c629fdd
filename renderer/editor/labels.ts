// The words beside the blocks, printed by a style sheet made of them: the document's elements hold nothing but text.
import { useEffect } from "react"
import { blockTypes } from "../../shared/document/schema.ts"
import { scrapRoles } from "../document/tag.ts"
import type { Dictionary } from "../i18n/zh.ts"

/** A label for each kind of block, and for what a scrap of the tray is or looks like. */
function labelRules(words: Dictionary): string {
  const labels: [selector: string, label: string | undefined][] = [
    ...blockTypes.map((type): [string, string] => [`[data-type=${type}]`, words.block[type]]),
    ["[data-role]", words.scrap.unplaced],
    ...scrapRoles.map((role): [string, string | undefined] => [`[data-role=${role}]`, words.scrap[role]]),
    ...blockTypes.map((type): [string, string] => [`[data-likely=${type}]`, words.likely(words.block[type])]),
  ]
  return labels
    .map(([selector, label]) => `.ProseMirror p${selector}::before { content: ${JSON.stringify(label)} }`)
    .join("\n")
}

export function useLabels(words: Dictionary): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(labelRules(words))
    document.adoptedStyleSheets.push(sheet)
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
    }
  }, [words])
}
