// Where am I, and the way to everything else.
import type { ReactNode } from "react"
import { dictionary, useSession, useWords } from "../state/session.ts"
import { nextTheme } from "../state/settings.ts"
import { useStore } from "../state/store.ts"
import { Icon } from "./icon.tsx"

export function TitleBar({ where, children }: { where: ReactNode; children?: ReactNode }) {
  const { routes } = useSession()
  const { words } = useWords()
  return (
    <header className="title-bar">
      <button type="button" className="brand" onClick={() => routes.go({ view: "home" })}>
        {words.app}
      </button>
      <div className="where">{where}</div>
      <div className="tools">
        {children}
        <Preferences />
      </div>
    </header>
  )
}

/** Language and theme; the screen without a connection has them too. */
function Preferences() {
  const { settings } = useSession()
  const { words, language } = useWords()
  const theme = useStore(settings, (now) => now.theme)
  const other = language === "zh" ? "en" : "zh"
  return (
    <>
      <button
        type="button"
        className="quiet"
        aria-label={words.themeIs(words.theme[theme])}
        title={words.themeIs(words.theme[theme])}
        data-action="theme"
        onClick={() => settings.change((now) => ({ ...now, theme: nextTheme(now.theme) }))}
      >
        <Icon name={theme} />
      </button>
      <button
        type="button"
        className="quiet"
        lang={other === "zh" ? "zh-CN" : "en"}
        title={words.switchLanguage}
        data-action="language"
        onClick={() => settings.change((now) => ({ ...now, language: other }))}
      >
        {dictionary(language).otherLanguage}
      </button>
    </>
  )
}
