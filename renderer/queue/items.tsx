// The files of an import, each with its state and, where it failed, the reason.
import { useState } from "react"
import type { ImportItem } from "../../shared/contract.ts"
import { useSession, useWords } from "../state/session.ts"
import { reasonText } from "../ui/failuretext.ts"

/** More rows than this are shown only when asked for. What failed comes first then. */
const many = 200

/** What is shown of a long list: everything that failed or is being worked on, then the first of the rest. */
export function shownItems(items: readonly ImportItem[], limit = many): readonly ImportItem[] {
  if (items.length <= limit) return items
  const urgent = (item: ImportItem) => item.state === "failed" || item.state === "working"
  return [...items.filter(urgent), ...items.filter((item) => !urgent(item))].slice(0, limit)
}

export function Items({ items }: { items: readonly ImportItem[] }) {
  const { words } = useWords()
  const [all, setAll] = useState(false)
  const shown = all ? items : shownItems(items)
  return (
    <>
      <ul className="items">
        {shown.map((item) => (
          <ItemRow key={item.id} item={item} />
        ))}
      </ul>
      {shown.length < items.length && (
        <button type="button" className="quiet" onClick={() => setAll(true)}>
          {words.showAll(items.length)}
        </button>
      )}
    </>
  )
}

function ItemRow({ item }: { item: ImportItem }) {
  const { routes } = useSession()
  const { words, language } = useWords()
  const { pageId } = item
  return (
    <li className="item" data-state={item.state}>
      <span className="item-state">{words.item[item.state]}</span>
      <span className="item-name">{item.name}</span>
      <span className="item-why">{item.error && reasonText(item.error, language)}</span>
      {pageId && (
        <button
          type="button"
          className="quiet"
          aria-label={`${words.openPage} ${item.name}`}
          onClick={() => routes.go({ view: "page", pageId, articleId: null })}
        >
          {words.openPage}
        </button>
      )}
    </li>
  )
}
