// What the window gives its page beside the host: what only a desktop program can do. Plain data crosses, and nothing else.
import type { CommandId } from "./commands/table.ts"
import type { Language } from "./i18n/language.ts"

export interface Desktop<File> {
  platform: string
  /** Paths of the files that the person chose; none where it was called off. */
  chooseFiles(): Promise<string[]>
  chooseFolder(): Promise<string | null>
  /** Path of a file that was dropped or chosen; empty for one that never was on a disk. */
  pathOf(file: File): string
  /** Shows a file or folder in the system's own file manager. */
  reveal(path: string): void
  /** The language of menus and dialogs from now on. */
  speak(language: Language): void
  /** Hears which command was chosen in the menu. */
  onCommand(hear: (id: CommandId) => void): void
  /** Called before the window closes, which waits for it, but not for long. */
  onFlush(flush: () => Promise<void>): void
}
