// Where am I, and the way to everything else.
import type { ReactNode } from "react"
import { useSession, useWords } from "../state/session.ts"
import { CommandButton } from "./commandbutton.tsx"
import { MainMenu } from "./mainmenu.tsx"

export function TitleBar({ where, children }: { where: ReactNode; children?: ReactNode }) {
  const { desktop, routes } = useSession()
  const { words } = useWords()
  return (
    <header className="title-bar">
      {desktop === null && <MainMenu />}
      <button type="button" className="brand" onClick={() => routes.go({ view: "home" })}>
        {words.app}
      </button>
      <div className="where">{where}</div>
      <div className="tools">
        {children}
        <CommandButton id="palette.open" icon="command" quiet />
        <CommandButton id="settings.open" icon="settings" quiet />
      </div>
    </header>
  )
}
