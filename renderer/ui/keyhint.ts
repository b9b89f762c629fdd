// What a button's tip says: the command and its keys as this person has them.
import { keysOf } from "../commands/keys.ts"
import type { CommandId } from "../commands/table.ts"
import { useSession, useWords } from "../state/session.ts"
import { useStore } from "../state/store.ts"
import { keysText } from "./keytext.ts"

/** `Next page (Alt+PageDown)`. */
export function useKeyHint(id: CommandId): string {
  const { settings } = useSession()
  const { words } = useWords()
  const key = useStore(settings, (now) => keysOf(id, now.keys)[0])
  return key ? `${words.command[id]} (${keysText(key)})` : words.command[id]
}
