// The page in its own window: the menu runs its commands, the menu speaks its language, and the window closes when what was
// written is kept.
import type { PageDesktop } from "../bridge/desktop.ts"
import type { Commands } from "./commands.ts"
import type { Desk } from "./desk.ts"
import type { Settings } from "./settings.ts"
import type { Store } from "./store.ts"

export interface WindowParts {
  commands: Commands
  settings: Store<Settings>
  desk: Desk
}

export function joinWindow(desktop: PageDesktop, { commands, settings, desk }: WindowParts): void {
  desktop.onCommand((id) => commands.run(id))
  desktop.onFlush(async () => void (await desk.flush()))
  const speak = () => desktop.speak(settings.get().language)
  settings.subscribe(speak)
  speak()
}
