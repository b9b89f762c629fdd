// What belongs to no article: notices and unplaced text. Always there, always counted.
import type { Scrap } from "../state/blocks.ts"
import { useWords } from "../state/session.ts"
import { TaggedText } from "./block.tsx"

export function Tray({ scraps }: { scraps: readonly Scrap[] }) {
  const { words } = useWords()
  const role = (name: string) => words.scrap[name] ?? name
  return (
    <details className="tray">
      <summary>
        {words.tray} <span className="count">{scraps.length}</span>
      </summary>
      {scraps.length === 0 && <p className="muted">{words.trayEmpty}</p>}
      {scraps.map((scrap, at) => (
        <TaggedText
          key={scrap.key}
          block={scrap}
          type="scrap"
          tag={scrap.likely ? words.likely(role(scrap.likely)) : role(scrap.role)}
          repeated={false}
          reachable={at === 0}
        />
      ))}
    </details>
  )
}
