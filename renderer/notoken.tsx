// Without the token there is nothing to show but how to come by it.
import { dictionary } from "./state/session.ts"
import type { Settings } from "./state/settings.ts"
import { type Store, useStore } from "./state/store.ts"

export function NoToken({ settings, denied = false }: { settings: Store<Settings>; denied?: boolean }) {
  const { language } = useStore(settings)
  const words = dictionary(language)
  return (
    <main className="welcome" data-screen="no-token">
      <div className="welcome-card">
        <h1>{words.app}</h1>
        <p role="alert">{denied ? words.denied : words.noToken}</p>
      </div>
    </main>
  )
}
