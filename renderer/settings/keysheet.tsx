// All keys on one sheet, to look at and to print.

import { commandIds, commands, menus } from "../../shared/commands/table.ts"
import { keysOf } from "../commands/keys.ts"
import { useSession, useWords } from "../state/session.ts"
import { useStore } from "../state/store.ts"
import { keysText } from "../ui/keytext.ts"

export function KeySheet() {
  const { settings, routes } = useSession()
  const { words } = useWords()
  const chosen = useStore(settings, (now) => now.keys)
  return (
    <main className="sheet-page keys" data-pane="keys">
      <header>
        <h1 tabIndex={-1} data-pane-focus>
          {words.command["keys.open"]}
        </h1>
        <button type="button" onClick={() => routes.go({ view: "settings" })}>
          {words.frame.changeKeys}
        </button>
        <button type="button" onClick={() => window.print()}>
          {words.frame.print}
        </button>
      </header>
      <div className="key-sheet">
        {menus.map((menu) => (
          <section key={menu} aria-label={words.menu[menu]}>
            <h2>{words.menu[menu]}</h2>
            <dl>
              {commandIds
                .filter((id) => commands[id].menu === menu)
                .map((id) => (
                  <div key={id}>
                    <dt>{words.command[id]}</dt>
                    <dd>
                      {keysOf(id, chosen).map((key) => (
                        <kbd key={key}>{keysText(key)}</kbd>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </main>
  )
}
