// What is known of the files to come; what is left empty is read from the page.
import { type ChangeEvent, useState } from "react"
import { useSession, useWords } from "../state/session.ts"
import { useStore } from "../state/store.ts"
import { isoDate } from "../ui/date.ts"

const scripts = ["auto", "hans", "hant"] as const

export function Options() {
  const { sending } = useSession()
  const { words } = useWords()
  const options = useStore(sending.options)
  const set = (name: "newspaper" | "script") => (event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
    sending.options.set({ ...options, [name]: event.target.value || undefined })
  return (
    <fieldset className="options">
      <legend>{words.importDefaults}</legend>
      <label>
        <span>{words.newspaper}</span>
        <input value={options.newspaper ?? ""} maxLength={200} autoComplete="off" onChange={set("newspaper")} />
      </label>
      <KnownDate date={options.date} keep={(date) => sending.options.set({ ...options, date })} />
      <label>
        <span>{words.script}</span>
        <select value={options.script ?? "auto"} onChange={set("script")}>
          {scripts.map((script) => (
            <option key={script} value={script}>
              {words.scripts[script]}
            </option>
          ))}
        </select>
      </label>
    </fieldset>
  )
}

/** Kept as soon as what is typed is a date; emptied when the batch it was meant for has gone. */
function KnownDate({ date, keep }: { date: string | undefined; keep: (date: string | undefined) => void }) {
  const { words } = useWords()
  const [typed, setTyped] = useState(date ?? "")
  const read = isoDate(typed)
  const wrong = typed.trim() !== "" && read === null
  return (
    <label>
      <span>{words.date}</span>
      <input
        value={read !== null && date === undefined ? "" : typed}
        placeholder="2026-05-12"
        autoComplete="off"
        aria-invalid={wrong}
        onChange={(event) => {
          setTyped(event.target.value)
          keep(isoDate(event.target.value) ?? undefined)
        }}
      />
      {wrong && <span className="muted">{words.dateHint}</span>}
    </label>
  )
}
