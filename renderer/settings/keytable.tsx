// All commands with their keys, each to be changed by pressing another.
import { type KeyboardEvent, useState } from "react"
import { type CommandId, commandIds, commands, menus } from "../../shared/commands/table.ts"
import { canBeKey, keysOf, takenBy, withKeys } from "../commands/keys.ts"
import { useSession, useWords } from "../state/session.ts"
import { useStore } from "../state/store.ts"
import { keyName } from "../ui/keys.ts"
import { keysText } from "../ui/keytext.ts"

/** What is being changed: a command waits for a key, or a key was pressed that will not do yet. */
type Asking = { id: CommandId; refused: string | null; taken: CommandId | null } | null

const modifiers = ["Control", "Shift", "Alt", "Meta", "AltGraph", "CapsLock", "Process", "Dead"]

export function KeyTable({ labelledBy }: { labelledBy: string }) {
  const { words } = useWords()
  const [asking, ask] = useState<Asking>(null)
  return (
    <table className="key-table" aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col">{words.frame.settings.command}</th>
          <th scope="col">{words.frame.settings.key}</th>
          <th scope="col">
            <span className="unseen">{words.frame.settings.usual}</span>
          </th>
        </tr>
      </thead>
      {menus.map((menu) => (
        <tbody key={menu}>
          <tr>
            <th scope="rowgroup" colSpan={3}>
              {words.menu[menu]}
            </th>
          </tr>
          {commandIds
            .filter((id) => commands[id].menu === menu)
            .map((id) => (
              <Row key={id} id={id} asking={asking?.id === id ? asking : null} ask={ask} />
            ))}
        </tbody>
      ))}
    </table>
  )
}

function Row({ id, asking, ask }: { id: CommandId; asking: Asking; ask: (asking: Asking) => void }) {
  const { settings } = useSession()
  const { words } = useWords()
  const chosen = useStore(settings, (now) => now.keys)
  const keys = keysOf(id, chosen)
  const name = words.command[id]
  const give = (next: readonly string[]) => {
    settings.change((now) => ({ ...now, keys: withKeys(now.keys, id, next) }))
    ask(null)
  }
  const press = (event: KeyboardEvent) => {
    if (!asking || event.nativeEvent.isComposing || modifiers.includes(event.key) || event.key === "Tab") return
    event.preventDefault()
    event.stopPropagation()
    if (event.repeat) return
    const key = keyName(event.nativeEvent)
    if (key === "Escape") return ask(null)
    if (key === "Backspace" || key === "Delete") return give([])
    // Once more on a key that is taken takes it over.
    const taken = takenBy(key, id, chosen)
    if (!canBeKey(key)) ask({ id, refused: key, taken: null })
    else if (taken && asking.refused !== key) ask({ id, refused: key, taken })
    else give([key])
  }
  const shown = keys.map(keysText).join(words.frame.settings.or)
  return (
    <tr data-command={id}>
      <td>{name}</td>
      <td>
        <button
          type="button"
          className="quiet key"
          aria-pressed={asking !== null}
          aria-label={`${name}${words.colon}${asking ? words.frame.settings.press : shown || words.frame.settings.none}`}
          onKeyDown={press}
          onClick={() => ask(asking ? null : { id, refused: null, taken: null })}
          onBlur={() => asking && ask(null)}
        >
          {asking ? words.frame.settings.press : <kbd>{shown || "—"}</kbd>}
        </button>
        {asking?.refused && (
          <span role="alert" className="key-trouble">
            {asking.taken
              ? words.frame.settings.taken(keysText(asking.refused), words.command[asking.taken])
              : words.frame.settings.unfit(keysText(asking.refused))}
          </span>
        )}
      </td>
      <td>
        {chosen[id] && (
          <button
            type="button"
            className="quiet"
            aria-label={`${name}${words.colon}${words.frame.settings.usual}`}
            onClick={() => give(commands[id].keys)}
          >
            {words.frame.settings.usual}
          </button>
        )}
      </td>
    </tr>
  )
}
