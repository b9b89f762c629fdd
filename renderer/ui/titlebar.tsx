// Where am I, and the way to everything else.
import type { ReactNode } from "react"
import type { CommandId } from "../../shared/commands/table.ts"
import { useSession, useWords } from "../state/session.ts"
import { Icon } from "./icon.tsx"
import { useKeyHint } from "./keyhint.ts"
import { MainMenu } from "./mainmenu.tsx"

export function TitleBar({ where, children }: { where: ReactNode; children?: ReactNode }) {
  const { routes } = useSession()
  const { words } = useWords()
  return (
    <header className="title-bar">
      {!("jiaoyang" in window) && <MainMenu />}
      <button type="button" className="brand" onClick={() => routes.go({ view: "home" })}>
        {words.app}
      </button>
      <div className="where">{where}</div>
      <div className="tools">
        {children}
        <Shortcut id="palette.open" icon="command" />
        <Shortcut id="settings.open" icon="settings" />
      </div>
    </header>
  )
}

/** A command as a small button. */
function Shortcut({ id, icon }: { id: CommandId; icon: Parameters<typeof Icon>[0]["name"] }) {
  const { commands } = useSession()
  const { words } = useWords()
  const hint = useKeyHint(id)
  return (
    <button
      type="button"
      className="quiet"
      aria-label={words.command[id]}
      title={hint}
      data-command={id}
      // The focus stays where commands find it.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => commands.run(id)}
    >
      <Icon name={icon} />
    </button>
  )
}
