// The page's articles as one document to write in. React mounts the view and listens; it never draws inside it.
import { type CSSProperties, useCallback, useEffect, useRef, useState } from "react"
import type { WorkedPage } from "../state/desk.ts"
import { useSession, useWords } from "../state/session.ts"
import { useStore } from "../state/store.ts"
import { BlockBar } from "./blockbar.tsx"
import { FindBar } from "./findbar.tsx"
import { useEditorCommands } from "./keys.ts"
import { useLabels } from "./labels.ts"
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
  useLabels(words)
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
        style={{ "--tray": JSON.stringify(words.editor.tray(scraps)) } as CSSProperties}
        data-seams={seams ? "shown" : undefined}
        data-tray={trayOpen || inTray ? "open" : "folded"}
      />
      {label && <TagMenu block={label} close={() => setLabel(null)} focus={focus} />}
    </>
  )
}
