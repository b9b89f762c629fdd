// The application's menu, out of the table of commands. Keys are the page's: here they are shown, and where the system lets a
// menu take them first, the page has had them before.
import { app, type MenuItemConstructorOptions as Item, Menu } from "electron"
import { type CommandId, commandIds, commands, type MenuName, menus } from "../../shared/commands/table.ts"
import * as en from "../../shared/i18n/en/commands.ts"
import type { Language } from "../../shared/i18n/language.ts"
import * as zh from "../../shared/i18n/zh/commands.ts"
import { sayIn } from "./words.ts"

const names: Record<string, string> = { Mod: "CmdOrCtrl", Escape: "Esc", ",": "," }

/** A key as the table names it, as Electron does. */
export const acceleratorOf = (key: string): string =>
  key
    .split("+")
    .map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part.replace(/^Arrow/, "")))
    .join("+")

const separator: Item = { type: "separator" }
const group = (id: CommandId): string => id.split(".")[0] as string

function itemsOf(menu: MenuName, name: Record<CommandId, string>, run: (id: CommandId) => void): Item[] {
  const ids = commandIds.filter((id) => commands[id].menu === menu)
  const size = (id: CommandId) => ids.filter((other) => group(other) === group(id)).length
  return ids.flatMap((id, i): Item[] => {
    const before = ids[i - 1]
    const parts = before && group(before) !== group(id) && Math.max(size(before), size(id)) > 1
    const key: string | undefined = commands[id].keys[0]
    const item: Item = { id, label: name[id], click: () => run(id), registerAccelerator: false }
    return [...(parts ? [separator] : []), key ? { ...item, accelerator: acceleratorOf(key) } : item]
  })
}

export function showMenu(language: Language, run: (id: CommandId) => void): void {
  const { menu, command } = { zh, en }[language]
  const say = sayIn(language)
  const role = (role: Item["role"], label: string): Item => ({ role, label })
  const clipboard = (["cut", "copy", "paste", "selectAll"] as const).map((one) => role(one, say(one)))
  const mac = process.platform === "darwin"
  const more: Partial<Record<MenuName, Item[]>> = {
    file: mac ? [] : [separator, role("quit", say("quit"))],
    edit: [separator, ...clipboard],
    view: [
      separator,
      role("togglefullscreen", say("fullScreen")),
      ...(app.isPackaged ? [] : [role("toggleDevTools", say("devTools"))]),
    ],
    help: mac ? [] : [separator, role("about", say("about"))],
  }
  const ours = menus.map(
    (one): Item => ({
      id: one,
      label: menu[one],
      submenu: [...itemsOf(one, command, run), ...(more[one] ?? [])],
    }),
  )
  Menu.setApplicationMenu(Menu.buildFromTemplate(mac ? [{ role: "appMenu" }, ...ours] : ours))
}
