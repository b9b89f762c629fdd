// The buttons under the scan: its commands, and how large it is shown.
import type { CommandId } from "../../shared/commands/table.ts"
import { useSession, useWords } from "../state/session.ts"
import { makeStore, type Store, useStore } from "../state/store.ts"
import { Icon } from "../ui/icon.tsx"
import { useKeyHint } from "../ui/keyhint.ts"

const unknown = makeStore(0)

export function ScanTools({ scale, showLines }: { scale: Store<number> | null; showLines: boolean }) {
  const { words } = useWords()
  const percent = useStore(scale ?? unknown, (now) => Math.round(now * 100))
  return (
    <div className="scan-tools" role="toolbar" aria-label={words.scan}>
      <Tool id="scan.zoomOut" icon="minus" />
      <output className="scale" aria-label={words.scanScale}>
        {scale ? `${percent}%` : ""}
      </output>
      <Tool id="scan.zoomIn" icon="plus" />
      <Tool id="scan.fitWidth" icon="width" />
      <Tool id="scan.fitArticle" icon="article" />
      <Tool id="scan.actualSize" icon="actual" />
      <Tool id="scan.lines" icon="boxes" pressed={showLines} />
    </div>
  )
}

interface ToolProps {
  id: CommandId
  icon: Parameters<typeof Icon>[0]["name"]
  pressed?: boolean
}

function Tool({ id, icon, pressed }: ToolProps) {
  const { commands } = useSession()
  const { words } = useWords()
  const hint = useKeyHint(id)
  return (
    <button
      type="button"
      aria-label={words.command[id]}
      aria-pressed={pressed}
      title={hint}
      onClick={() => commands.run(id)}
    >
      <Icon name={icon} />
    </button>
  )
}
