// Which keys stand for which command, and how a person chooses others.
import { type CommandId, commandIds, commands } from "../../shared/commands/table.ts"

/** Keys a person chose instead of the table's, by command. */
export type Chosen = Readonly<Record<string, readonly string[]>>

export const keysOf = (id: CommandId, chosen: Chosen): readonly string[] => chosen[id] ?? commands[id].keys

/** The command that a key stands for. */
export const commandForKey = (key: string, chosen: Chosen): CommandId | null =>
  commandIds.find((id) => keysOf(id, chosen).includes(key)) ?? null

/** The other command that has the key already. */
export const takenBy = (key: string, id: CommandId, chosen: Chosen): CommandId | null =>
  commandIds.find((other) => other !== id && keysOf(other, chosen).includes(key)) ?? null

/** `id` has these keys and no other; commands that had one of them lose it. */
export function withKeys(chosen: Chosen, id: CommandId, keys: readonly string[]): Chosen {
  const next: Record<string, readonly string[]> = { ...chosen, [id]: keys }
  for (const other of commandIds) {
    const had = keysOf(other, chosen)
    if (other !== id && had.some((key) => keys.includes(key))) next[other] = had.filter((key) => !keys.includes(key))
  }
  // What is as usual is not remembered, so that it follows the table when that changes.
  for (const one of commandIds) if (next[one]?.join() === commands[one].keys.join()) delete next[one]
  return next
}

const functionKey = /^(?:Shift\+)?F\d+$/
const held = /^(?:Mod\+|Alt\+)/
/** Of input methods, of typing and of the system. */
const others = new Set(["Mod+ ", "Mod+Shift+ ", "Mod+a", "Mod+c", "Mod+v", "Mod+x", "Alt+Tab", "Alt+F4", "Mod+Tab"])

/** Whether a key can be a command's: one that neither types nor belongs to the system. */
export const canBeKey = (key: string): boolean => (functionKey.test(key) || held.test(key)) && !others.has(key)
