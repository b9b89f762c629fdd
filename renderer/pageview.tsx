// One page: its scan, or its printed lines, beside its articles.
import { type ReactNode, useEffect } from "react"
import type { PageSummary, Request } from "../shared/contract.ts"
import { errorText } from "../shared/i18n/errors.ts"
import { EditorPane } from "./editor/editorpane.tsx"
import { PageFacts } from "./facts/pagefacts.tsx"
import { PrintedLines } from "./scan/printedlines.tsx"
import { ScanPane } from "./scan/scanpane.tsx"
import type { WorkedPage } from "./state/desk.ts"
import { useSession, useWords } from "./state/session.ts"
import { changePanes, usualPanes } from "./state/settings.ts"
import { useStore } from "./state/store.ts"
import { Boundary } from "./ui/boundary.tsx"
import { focusMain, useCommands } from "./ui/keys.ts"
import { useNarrow } from "./ui/medium.ts"
import { Split } from "./ui/split.tsx"

export function PageView({ page, articleId }: { page: PageSummary; articleId: string | null }) {
  const { current, recognizing, notices, settings } = useSession()
  const { words, language } = useWords()
  const now = useStore(current.store)
  useEffect(() => {
    void current.open(page.id)
    return current.leave
  }, [current, page.id])
  const open = now.state === "open" && now.pageId === page.id ? now.page : null
  const failed = now.state === "failed" && now.pageId === page.id ? now.error : null
  const ready = open !== null
  // While the page was opening there was no text to have the focus.
  useEffect(() => {
    if (ready && document.activeElement?.matches("body, [data-pane=editor]")) focusMain()
  }, [ready])
  const readAgain = (engine: Request<"page.recognize">["engine"]) => ({
    run: () => notices.watch(recognizing.start({ pageId: page.id, engine, without: [...settings.get().without] })),
    enabled: () => page.width !== null && recognizing.store.get()[page.id]?.state !== "running",
  })
  useCommands({
    "page.recognize": readAgain("auto"),
    "page.recognizePpocr": readAgain("ppocr"),
    "page.recognizeTesseract": readAgain("tesseract"),
  })
  return (
    <main className="page-view" data-page={page.id} data-ready={ready}>
      <ScanAndText
        scan={<PageScan page={page} open={open} />}
        text={
          <section className="editor" aria-label={words.articles} data-pane="editor" tabIndex={-1}>
            <PageFacts key={`facts ${page.id}`} page={page} />
            {open && <EditorPane key={`text ${page.id}`} page={open} articleId={articleId} />}
            {!open && !failed && <p className="page-message muted">{words.loading}</p>}
            {failed && (
              <p className="page-message" role="alert">
                {errorText(failed, language)}
              </p>
            )}
          </section>
        }
      />
    </main>
  )
}

/** The two panes of a page, beside one another or, in a narrow window, the scan above the text. */
function ScanAndText({ scan, text }: { scan: ReactNode; text: ReactNode }) {
  const { settings } = useSession()
  const { words } = useWords()
  const stacked = useNarrow()
  const panes = useStore(settings, (now) => now.panes)
  useCommands({
    "scan.toggle": {
      run: () => changePanes(settings, (now) => ({ scan: !now.scan })),
      checked: () => settings.get().panes.scan,
    },
    "panes.swap": {
      run: () => changePanes(settings, (now) => ({ swapped: !now.swapped })),
      checked: () => settings.get().panes.swapped,
    },
  })
  const size = stacked ? "scanHeight" : "scanWidth"
  // The size is remembered as the scan's, wherever it stands.
  const ofFirst = (percent: number) => (panes.swapped ? 100 - percent : percent)
  const least = stacked ? [72, 120] : [240, 480]
  const both = [
    panes.scan ? { key: "scan", content: <Boundary>{scan}</Boundary> } : null,
    { key: "text", content: <Boundary>{text}</Boundary> },
  ]
  const [first = null, second = null] = panes.swapped ? both.reverse() : both
  const [least1 = 0, least2 = 0] = panes.swapped ? least.reverse() : least
  return (
    <Split
      name={words.frame.resizePage}
      first={first}
      second={second}
      stacked={stacked}
      unit="%"
      size={ofFirst(panes[size])}
      usual={ofFirst(usualPanes[size])}
      min={10}
      max={90}
      least={[least1, least2]}
      remember={(percent) => changePanes(settings, () => ({ [size]: ofFirst(percent) }))}
    />
  )
}

function PageScan({ page, open }: { page: PageSummary; open: WorkedPage | null }) {
  const { width, height } = page
  const recognition = open?.editing.recognition ?? null
  if (width !== null && height !== null)
    return <ScanPane page={page} width={width} height={height} recognition={recognition} />
  return recognition ? <PrintedLines key={page.id} recognition={recognition} /> : <div className="scan" />
}
