// The buttons under the scan: its commands, and how large it is shown.
import { useWords } from "../state/session.ts"
import { makeStore, type Store, useStore } from "../state/store.ts"
import { CommandButton } from "../ui/commandbutton.tsx"

const unknown = makeStore(0)

export function ScanTools({ scale, showLines }: { scale: Store<number> | null; showLines: boolean }) {
  const { words } = useWords()
  const percent = useStore(scale ?? unknown, (now) => Math.round(now * 100))
  return (
    <div className="scan-tools" role="toolbar" aria-label={words.scan}>
      <CommandButton id="scan.zoomOut" icon="minus" />
      <output className="scale" aria-label={words.scanScale}>
        {scale ? `${percent}%` : ""}
      </output>
      <CommandButton id="scan.zoomIn" icon="plus" />
      <CommandButton id="scan.fitWidth" icon="width" />
      <CommandButton id="scan.fitArticle" icon="article" />
      <CommandButton id="scan.actualSize" icon="actual" />
      <CommandButton id="scan.lines" icon="boxes" pressed={showLines} />
    </div>
  )
}
