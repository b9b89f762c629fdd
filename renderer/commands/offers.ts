// What can be done at this moment, for menus and the palette: asked once when one of them opens, before it takes the focus.

import { type CommandId, commands, type MenuName } from "../../shared/commands/table.ts"
import type { Dictionary } from "../i18n/zh.ts"
import type { Commands } from "../state/commands.ts"
import { type Chosen, keysOf } from "./keys.ts"

export interface Offer {
  id: CommandId
  menu: MenuName
  name: string
  key: string | undefined
  enabled: boolean
  /** Null for what is neither on nor off. */
  checked: boolean | null
}

export const offersOf = (registry: Commands, chosen: Chosen, words: Dictionary): Offer[] =>
  registry.provided().map((id) => {
    const doing = registry.find(id)
    return {
      id,
      menu: commands[id].menu,
      name: words.command[id],
      key: keysOf(id, chosen)[0],
      enabled: doing?.enabled?.() ?? true,
      checked: doing?.checked?.() ?? null,
    }
  })
