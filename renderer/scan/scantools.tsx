// The buttons under the scan: its commands, how large it is shown, and what was done to it before it was read.
import type { Prepared } from "../../shared/model/preparation.ts"
import { useWords } from "../state/session.ts"
import { makeStore, type Store, useStore } from "../state/store.ts"
import { CommandButton } from "../ui/commandbutton.tsx"

const unknown = makeStore(0)

interface Props {
  scale: Store<number> | null
  showLines: boolean
  prepared: readonly Prepared[]
}

export function ScanTools({ scale, showLines, prepared }: Props) {
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
      {prepared.length > 0 && (
        <span className="prepared" data-prepared={prepared.map(({ step }) => step).join(" ")}>
          {prepared.map(({ step, amount }) => words.frame.prepared[step](amount ?? 0)).join(" · ")}
        </span>
      )}
    </div>
  )
}
