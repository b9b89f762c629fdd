// How a page will look as a file.
import { useEffect, useState } from "react"
import type { PageSummary } from "../../shared/contract.ts"
import type { Format } from "../state/exporting.ts"
import { useSession, useWords } from "../state/session.ts"
import { useStore } from "../state/store.ts"
import { failureText } from "../ui/failuretext.ts"
import { Icon } from "../ui/icon.tsx"
import { useCommands } from "../ui/keys.ts"
import { pageName } from "../ui/pagename.ts"

/** Characters that are shown of a long file. */
const most = 20_000

export function Preview({ pages }: { pages: readonly PageSummary[] }) {
  const { exporting } = useSession()
  const { words, language } = useWords()
  const format = useStore(exporting.format)
  const [wanted, setWanted] = useState(0)
  const at = Math.max(0, Math.min(wanted, pages.length - 1))
  const page = pages[at]
  const { text, error } = useText(page?.id, page?.revision, format)
  const turn = (step: 1 | -1) => ({
    run: () => setWanted(at + step),
    enabled: () => pages[at + step] !== undefined,
  })
  const [previous, next] = [turn(-1), turn(1)]
  useCommands({ "page.previous": previous, "page.next": next })
  if (!page) return <section className="preview" aria-label={words.publish.preview} />
  return (
    <section className="preview" aria-label={words.publish.preview}>
      <header>
        <Turn name={words.command["page.previous"]} icon="left" disabled={!previous.enabled()} go={previous.run} />
        <span className="muted">{words.publish.of(at + 1, pages.length)}</span>
        <Turn name={words.command["page.next"]} icon="right" disabled={!next.enabled()} go={next.run} />
        <h2>{pageName(page, words)}</h2>
      </header>
      {error !== null && <p role="alert">{failureText(error, language)}</p>}
      {text !== null && <Text text={text} format={format} />}
    </section>
  )
}

interface TurnProps {
  name: string
  icon: "left" | "right"
  disabled: boolean
  go: () => void
}

function Turn({ name, icon, disabled, go }: TurnProps) {
  return (
    <button type="button" className="quiet" aria-label={name} disabled={disabled} onClick={go}>
      <Icon name={icon} />
    </button>
  )
}

function Text({ text, format }: { text: string; format: Format }) {
  const { words, language } = useWords()
  const points = text.length > most ? Array.from(text) : null
  const cut = points !== null && points.length > most
  const count = (number: number) => number.toLocaleString(language === "zh" ? "zh-CN" : "en")
  return (
    <>
      {cut && <p className="muted preview-note">{words.publish.cut(count(most), count(points.length))}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: so that it can be scrolled from the keyboard */}
      <pre tabIndex={0} lang="zh" data-format={format}>
        {cut ? `${points.slice(0, most).join("")}…` : text}
      </pre>
    </>
  )
}

/** The page's text in the format; what is shown stays until the next has come. */
function useText(pageId: string | undefined, revision: number | undefined, format: Format) {
  const { client, desk, connection } = useSession()
  const connected = useStore(connection, (state) => state === "open")
  const [answer, setAnswer] = useState<{ text: string | null; error: unknown }>({ text: null, error: null })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed page is read again
  useEffect(() => {
    if (!pageId || !connected) return
    let late = false
    const read = async () => {
      await desk.flush()
      return client.call("export.page", { pageId, format })
    }
    read().then(
      ({ text }) => late || setAnswer({ text, error: null }),
      (error: unknown) => late || setAnswer({ text: null, error }),
    )
    return () => {
      late = true
    }
  }, [client, desk, connected, pageId, revision, format])
  return answer
}
