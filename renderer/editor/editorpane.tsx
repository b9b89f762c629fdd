// The page's articles as one document to write in. React mounts the view and listens; it never draws inside it.
import { type CSSProperties, useCallback, useEffect, useMemo, useRef, useState } from "react"
import { blockTypes } from "../../shared/document/schema.ts"
import { scrapRoles } from "../document/tag.ts"
import type { Dictionary } from "../i18n/zh.ts"
import type { WorkedPage } from "../state/desk.ts"
import { useSession, useWords } from "../state/session.ts"
import { useStore } from "../state/store.ts"
import { BlockBar } from "./blockbar.tsx"
import { FindBar } from "./findbar.tsx"
import { useEditorCommands } from "./keys.ts"
import { TagMenu } from "./tagmenu.tsx"
import { useView } from "./useview.ts"

interface Props {
  page: WorkedPage
  /** The article to begin with, as a search hit names it. */
  articleId: string | null
}

export function EditorPane({ page, articleId }: Props) {
  const { settings, link } = useSession()
  const { words } = useWords()
  const [finding, setFinding] = useState<"find" | "replace" | null>(null)
  const [label, setLabel] = useState<HTMLElement | null>(null)
  const [trayOpen, setTrayOpen] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const view = useView(place, page, articleId, { label: setLabel, tray: () => setTrayOpen((open) => !open) })
  const focus = useCallback(() => view.current?.focus(), [view])
  useEditorCommands(page, setFinding, focus)
  const seams = useStore(settings, (now) => now.seams)
  const inTray = useStore(link.caret, (now) => now.inTray)
  const scraps = useStore(link.outline, (now) => now.scraps)
  const labels = useMemo(() => labelsOf(words, scraps), [words, scraps])
  useEffect(() => view.current?.dom.setAttribute("aria-label", words.articles), [view, words])
  return (
    <>
      <BlockBar page={page.editing} focus={focus} />
      {finding && (
        <FindBar
          page={page.editing}
          replacing={finding === "replace"}
          close={() => {
            setFinding(null)
            focus()
          }}
        />
      )}
      <div
        ref={place}
        className="editor-scroll"
        style={labels}
        data-seams={seams ? "shown" : undefined}
        data-tray={trayOpen || inTray ? "open" : "folded"}
      />
      {label && <TagMenu block={label} close={() => setLabel(null)} focus={focus} />}
    </>
  )
}

/** The words beside the blocks, for the style sheet to print: the document's elements carry none. */
function labelsOf(words: Dictionary, scraps: number): CSSProperties {
  const labels: Record<string, string> = { "--tray": JSON.stringify(words.editor.tray(scraps)) }
  for (const type of blockTypes) {
    labels[`--label-${type}`] = JSON.stringify(words.block[type])
    labels[`--likely-${type}`] = JSON.stringify(words.likely(words.block[type]))
  }
  for (const role of scrapRoles) labels[`--label-${role}`] = JSON.stringify(words.scrap[role])
  return labels as CSSProperties
}
