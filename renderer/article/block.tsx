// One block: its tag in the margin, its text in runs that know their printed line.
import { Fragment, memo } from "react"
import type { BlockType } from "../../shared/document/schema.ts"
import type { ShownBlock } from "../state/blocks.ts"
import { useSession, useWords } from "../state/session.ts"
import { useStore } from "../state/store.ts"

interface Props {
  block: ShownBlock
  type: BlockType | "scrap"
  tag: string
  /** The tag stands already at the block before. */
  repeated: boolean
  /** Whether Tab stops here. */
  reachable: boolean
}

const elements: Partial<Record<Props["type"], "h2" | "h3">> = { headline: "h2", heading: "h3" }

export const TaggedText = memo(function TaggedText({ block, type, tag, repeated, reachable }: Props) {
  const { lights } = useSession()
  const { words } = useWords()
  const lit = useStore(lights.store, (now) => now.block === block.key)
  const line = useStore(lights.store, (now) => (now.block === block.key ? now.line : null))
  const Text = elements[type] ?? "p"
  return (
    <div className={lit ? "block lit" : "block"} data-block={block.key} data-type={type} tabIndex={reachable ? 0 : -1}>
      <span className={repeated ? "tag unseen" : "tag"}>{tag}</span>
      <Text className="text" lang="zh">
        {block.runs.length === 0 && <span className="muted">{words.emptyBlock}</span>}
        {block.runs.map((run, at) =>
          run.line === null ? (
            <Fragment key={at}>{run.text}</Fragment>
          ) : (
            <span key={at} data-line={run.line} className={run.line === line ? "lit-line" : undefined}>
              {run.text}
            </span>
          ),
        )}
      </Text>
    </div>
  )
})
