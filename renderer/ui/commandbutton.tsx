// A command as a small button: its name and its keys come from the command.
import type { CommandId } from "../../shared/commands/table.ts"
import { useSession, useWords } from "../state/session.ts"
import { Icon } from "./icon.tsx"
import { useKeyHint } from "./keyhint.ts"

interface Props {
  id: CommandId
  icon: Parameters<typeof Icon>[0]["name"]
  pressed?: boolean
  quiet?: boolean
}

export function CommandButton({ id, icon, pressed, quiet = false }: Props) {
  const { commands } = useSession()
  const { words } = useWords()
  const hint = useKeyHint(id)
  return (
    <button
      type="button"
      className={quiet ? "quiet" : undefined}
      aria-label={words.command[id]}
      aria-pressed={pressed}
      title={hint}
      data-command={id}
      // The focus stays where commands find it.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => commands.run(id)}
    >
      <Icon name={icon} />
    </button>
  )
}
