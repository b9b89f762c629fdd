// Everything a person can do from the keyboard, the palette or a menu, by name: one table behind all of them. What a
// command does is provided by whatever is on the screen (`renderer/state/commands.ts`); its words are in `shared/i18n/`.

export const menus = ["file", "edit", "text", "article", "scan", "go", "view", "help"] as const
export type MenuName = (typeof menus)[number]

export interface CommandInfo {
  menu: MenuName
  /** Keys as `keyName` in `ui/keys.ts` writes them; the first is shown. A person can choose others. */
  keys: readonly string[]
}

const at = (menu: MenuName, ...keys: string[]): CommandInfo => ({ menu, keys })

/** In the order of the menus. Ctrl is `Mod`; chosen so that they also work in a browser tab. */
export const commands = {
  "import.open": at("file", "Mod+o"),
  "import.files": at("file"),
  "import.folder": at("file"),
  "import.sample": at("file"),
  "library.open": at("file"),
  "export.open": at("file", "Mod+e"),

  "edit.undo": at("edit", "Mod+z"),
  "edit.redo": at("edit", "Mod+Shift+z", "Mod+y"),
  "edit.find": at("edit", "Mod+f"),
  "edit.replace": at("edit", "Mod+h"),

  "tag.kicker": at("text", "Mod+Alt+1"),
  "tag.headline": at("text", "Mod+Alt+2"),
  "tag.subheadline": at("text", "Mod+Alt+3"),
  "tag.byline": at("text", "Mod+Alt+4"),
  "tag.dateline": at("text", "Mod+Alt+5"),
  "tag.heading": at("text", "Mod+Alt+6"),
  "tag.paragraph": at("text", "Mod+Alt+7"),
  "tag.caption": at("text", "Mod+Alt+8"),
  "tag.note": at("text", "Mod+Alt+9"),
  "tag.column": at("text"),
  "tag.jump": at("text"),
  "block.join": at("text", "Mod+j"),
  "block.up": at("text", "Alt+Shift+ArrowUp"),
  "block.down": at("text", "Alt+Shift+ArrowDown"),

  "block.previousArticle": at("article", "Alt+Shift+ArrowLeft"),
  "block.nextArticle": at("article", "Alt+Shift+ArrowRight"),
  "block.toTray": at("article"),
  "article.merge": at("article", "Mod+Alt+j"),
  "article.split": at("article", "Mod+Alt+Enter"),

  "scan.fitWidth": at("scan", "Mod+0"),
  "scan.fitArticle": at("scan", "Mod+9"),
  "scan.actualSize": at("scan", "Mod+8"),
  "scan.zoomIn": at("scan"),
  "scan.zoomOut": at("scan"),
  "scan.lines": at("scan"),
  "page.recognize": at("scan"),
  "page.recognizePpocr": at("scan"),
  "page.recognizeTesseract": at("scan"),
  "region.recognize": at("scan"),

  "page.next": at("go", "Alt+PageDown"),
  "page.previous": at("go", "Alt+PageUp"),
  "page.done": at("go", "Mod+Enter"),
  "tray.open": at("go", "Mod+Shift+9"),
  "jump.follow": at("go"),
  "conflict.next": at("go"),
  "conflict.previous": at("go"),
  "suspect.next": at("go", "F8"),
  "suspect.previous": at("go", "Shift+F8"),
  "seam.next": at("go", "F7"),
  "seam.previous": at("go", "Shift+F7"),
  "search.open": at("go", "Mod+Shift+f"),
  "queue.open": at("go"),
  "home.open": at("go"),
  "view.back": at("go", "Escape"),

  "palette.open": at("view", "Mod+Shift+p"),
  "menu.open": at("view", "F10"),
  "pane.next": at("view", "F6"),
  "pane.previous": at("view", "Shift+F6"),
  "rail.toggle": at("view", "Mod+b"),
  "scan.toggle": at("view"),
  "panes.swap": at("view"),
  "seams.show": at("view", "Mod+Shift+8"),
  "theme.next": at("view"),
  "language.switch": at("view"),
  "settings.open": at("view", "Mod+,"),

  "keys.open": at("help", "F1"),
} satisfies Record<string, CommandInfo>

export type CommandId = keyof typeof commands

export const commandIds = Object.keys(commands) as CommandId[]
