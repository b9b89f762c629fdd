// What a button's tip says: the command and its keys as this person has them.

import type { CommandId } from "../../shared/commands/table.ts"
import { keysOf } from "../commands/keys.ts"
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
