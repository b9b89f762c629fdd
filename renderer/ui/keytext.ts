// Keys as people read them on their keyboard.

const mac = /Mac|iP(?:hone|ad)/.test(navigator.platform)

const names: Record<string, string> = mac
  ? {
      Mod: "⌘",
      Alt: "⌥",
      Shift: "⇧",
      Escape: "Esc",
      ArrowUp: "↑",
      ArrowDown: "↓",
      ArrowLeft: "←",
      ArrowRight: "→",
      Enter: "↩",
    }
  : { Mod: "Ctrl", Escape: "Esc", ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→" }

/** `Ctrl+Shift+F` for `Mod+Shift+f`; empty where there is no key. */
export const keysText = (key: string | undefined): string =>
  (key ?? "")
    .split(/\+(?!$)/)
    .map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(mac ? "" : "+")
