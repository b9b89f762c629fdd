// What is left and what happened. Everything a person should hear without looking is said here.
import { useRef } from "react"
import { errorText } from "../../shared/i18n/errors.ts"
import { finished } from "../state/imports.ts"
import { useSession, useWords } from "../state/session.ts"
import { useStore } from "../state/store.ts"
import { EditSaved } from "./editsaved.tsx"
import { Icon } from "./icon.tsx"
import { Rereading } from "./rereading.tsx"
import { useTimeLeft } from "./timeleft.ts"

export function StatusBar() {
  const { pages } = useSession()
  const { words } = useWords()
  const { known, pages: list } = useStore(pages.store)
  return (
    <footer className="status-bar">
      <div role="status" className="status-said">
        <Connection />
        <ImportProgress />
        <Rereading />
        <Saved />
        <EditSaved />
        <LastNotice />
      </div>
      <div className="status-about">
        <Left />
        <Engine />
        {known && list.length > 0 && <span>{words.pageTotal(list.length)}</span>}
        <Preferences />
      </div>
    </footer>
  )
}

/** What is left to look at on the open page. */
function Left() {
  const { work } = useSession()
  const { words } = useWords()
  const left = useStore(work)
  if (!left) return null
  const { suspects, seams, conflicts } = left
  const said = [
    conflicts && words.frame.conflicts(conflicts),
    suspects && words.frame.suspects(suspects),
    seams && words.frame.seams(seams),
  ]
  return (
    <span data-left={conflicts + suspects + seams}>{said.filter(Boolean).join(" · ") || words.frame.nothingLeft}</span>
  )
}

function Engine() {
  const { current } = useSession()
  const { words } = useWords()
  const engine = useStore(current.store, (now) =>
    now.state === "open" ? now.page.editing.recognition.engine.name : null,
  )
  return engine && <span title={words.frame.engine(engine)}>{engine}</span>
}

function Preferences() {
  const { commands, settings } = useSession()
  const { words, language } = useWords()
  const theme = useStore(settings, (now) => now.theme)
  return (
    <>
      <button
        type="button"
        className="quiet"
        aria-label={words.themeIs(words.theme[theme])}
        title={words.themeIs(words.theme[theme])}
        data-action="theme"
        onClick={() => commands.run("theme.next")}
      >
        <Icon name={theme} />
      </button>
      <button
        type="button"
        className="quiet"
        lang={language === "zh" ? "en" : "zh-CN"}
        title={words.switchLanguage}
        data-action="language"
        onClick={() => commands.run("language.switch")}
      >
        {words.otherLanguage}
      </button>
    </>
  )
}

function Connection() {
  const { connection } = useSession()
  const { words } = useWords()
  const state = useStore(connection)
  if (state === "open") return null
  return <span data-connection={state}>{state === "connecting" ? words.connecting : words.lost}</span>
}

function ImportProgress() {
  const { imports, sending, routes } = useSession()
  const { words } = useWords()
  const newest = useStore(imports.store, (now) => now.imports[0])
  const running = useStore(imports.store, (now) => now.imports.find((one) => one.state === "running"))
  const batch = useStore(sending.store, (now) => now.find((one) => one.state === "sending"))
  const seen = useRef(new Set<string>())
  if (running) seen.current.add(running.id)
  const ended = newest?.state === "ended" && (newest.failed > 0 || seen.current.has(newest.id)) ? newest : null
  const left = useTimeLeft(running)
  const { status, failed, ended: endedWith } = words.queueing
  const said = running
    ? [status(finished(running), running.total), running.failed > 0 && failed(running.failed), left]
        .filter(Boolean)
        .join(" · ")
    : batch
      ? `${words.sendingTitle} ${batch.sent}/${batch.total}`
      : ended && endedWith(ended.done, ended.failed)
  if (!said) return null
  return (
    <button type="button" className="quiet" data-action="queue" onClick={() => routes.go({ view: "queue" })}>
      {running && <progress max={running.total} value={finished(running)} aria-label={words.importState.running} />}
      {said}
    </button>
  )
}

function Saved() {
  const { pages } = useSession()
  const { words } = useWords()
  const state = useStore(pages.saving)
  return state && <span data-saving={state}>{state === "saved" ? words.saved : words.saving}</span>
}

function LastNotice() {
  const { notices } = useSession()
  const { words, language } = useWords()
  const said = useStore(notices.store)
  if (!said) return null
  return (
    <span className="notice">
      {errorText(said, language)}
      <button type="button" className="quiet" aria-label={words.dismiss} onClick={notices.dismiss}>
        <Icon name="close" />
      </button>
    </span>
  )
}
