// The libraries of this machine, and the way to another one. The host starts anew with it behind the same address.
import { type FormEvent, useEffect, useRef, useState } from "react"
import type { Output, Request } from "../../shared/contract.ts"
import { useSession, useWords } from "../state/session.ts"
import { useStore } from "../state/store.ts"
import { failureText, reasonText } from "../ui/failuretext.ts"

type Recent = Output<"library.recent">
type Known = Recent["libraries"][number]

export function Libraries() {
  const { words, language } = useWords()
  const { routes, desktop, notices } = useSession()
  const { recent, opening, error, open } = useLibraries()
  const main = useRef<HTMLElement>(null)
  const known = recent !== null
  useEffect(() => {
    if (known) main.current?.querySelector<HTMLElement>("button:enabled, input")?.focus()
  }, [known])
  const failed = recent?.failed ?? null
  return (
    <main className="libraries" data-pane="libraries" tabIndex={-1} aria-label={words.libraries.title} ref={main}>
      <h1>{words.libraries.title}</h1>
      <p className="muted">{words.libraries.more}</p>
      <p role="status" className="libraries-said">
        {opening && words.libraries.opening}
        {!opening && error !== null && failureText(error, language)}
        {!opening && error === null && failed && (
          <span data-failed>
            {words.libraries.failed(failed.path)}
            {reasonText(failed.error, language)}
          </span>
        )}
      </p>
      <h2>{words.libraries.recent}</h2>
      <ul className="library-list">
        {recent?.libraries.map((one) => (
          <LibraryRow key={one.id} library={one} busy={opening} open={() => open({ id: one.id })} />
        ))}
      </ul>
      {desktop && (
        <button
          type="button"
          className="library-folder"
          disabled={opening}
          onClick={() =>
            notices.watch(desktop.chooseFolder().then((path) => (path === null ? undefined : open({ path }))))
          }
        >
          {words.libraries.chooseFolder}
        </button>
      )}
      <NewLibrary
        busy={opening}
        create={(name) => {
          // The open one is where one goes then, not made again.
          if (recent?.libraries.some((one) => one.current && one.name === name)) routes.go({ view: "home" })
          else open({ name })
        }}
      />
    </main>
  )
}

function LibraryRow({ library, busy, open }: { library: Known; busy: boolean; open: () => void }) {
  const { words } = useWords()
  const { name, path, current, missing } = library
  return (
    <li data-missing={missing} data-current={current} aria-current={current || undefined}>
      <span className="library-name">{name}</span>
      {current && <span className="library-current">{words.libraries.current}</span>}
      <span className="library-path muted">{path}</span>
      {missing && <span className="library-why muted">{words.libraries.missing}</span>}
      {!current && (
        <button type="button" disabled={busy || missing} aria-label={`${words.libraries.open} ${name}`} onClick={open}>
          {words.libraries.open}
        </button>
      )}
    </li>
  )
}

function NewLibrary({ busy, create }: { busy: boolean; create: (name: string) => void }) {
  const { words } = useWords()
  const [name, setName] = useState("")
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim()) create(name.trim())
  }
  return (
    <form className="library-new" onSubmit={submit}>
      <h2>{words.libraries.newName}</h2>
      <label>
        <span>{words.libraries.newPlaceholder}</span>
        <input value={name} maxLength={80} autoComplete="off" onChange={(event) => setName(event.target.value)} />
      </label>
      <button type="submit" disabled={busy || !name.trim()}>
        {words.libraries.create}
      </button>
      <p className="muted">{words.libraries.beside}</p>
    </form>
  )
}

/** Reads the list whenever there is a connection: a library that could not be opened is known only after the new start. */
function useLibraries() {
  const { client, desk, connection } = useSession()
  const connected = useStore(connection, (state) => state === "open")
  const [recent, setRecent] = useState<Recent | null>(null)
  const [opening, setOpening] = useState(false)
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
    if (!connected) return
    let late = false
    client.call("library.recent", {}).then(
      (now) => {
        if (late) return
        setRecent(now)
        setOpening(false)
      },
      (reason: unknown) => late || setError(reason),
    )
    return () => {
      late = true
    }
  }, [client, connected])
  const open = (which: Request<"library.open">) => {
    setOpening(true)
    setError(null)
    const change = async () => {
      await desk.flush()
      await client.call("library.open", which)
    }
    change().catch((reason: unknown) => {
      setOpening(false)
      setError(reason)
    })
  }
  return { recent, opening, error, open }
}
