// Which pages are chosen, by id: the list chooses, corrections and export take what is chosen.

export interface Selection {
  ids: ReadonlySet<string>
  /** Where the keyboard is in the list. */
  at: string | null
  /** Where a range begins; null: at `at`. */
  anchor: string | null
}

export const nothingSelected: Selection = { ids: new Set(), at: null, anchor: null }

/** one: this alone; toggle: this in or out; range: all from the anchor to this. */
export type Choice = "one" | "toggle" | "range"

/** The selection after `id` of the list `order` was chosen. */
export function choose(now: Selection, order: readonly string[], id: string, how: Choice): Selection {
  if (how === "one") return { ids: new Set([id]), at: id, anchor: id }
  if (how === "toggle") {
    const ids = new Set(now.ids)
    if (!ids.delete(id)) ids.add(id)
    return { ids, at: id, anchor: id }
  }
  const anchor = now.anchor ?? now.at ?? id
  const [from, to] = [order.indexOf(anchor), order.indexOf(id)]
  if (from < 0) return { ids: new Set([id]), at: id, anchor: id }
  return { ids: new Set(order.slice(Math.min(from, to), Math.max(from, to) + 1)), at: id, anchor }
}

/** The keyboard moves on; what is chosen stays. */
export const moved = (now: Selection, id: string): Selection => ({ ids: now.ids, at: id, anchor: null })

export const everything = (now: Selection, order: readonly string[]): Selection => ({ ...now, ids: new Set(order) })

export const none = (now: Selection): Selection => ({ ...now, ids: nothingSelected.ids, anchor: null })

/** What is not in the list any more is not chosen either: nothing is ever done to a page that is not shown. */
export function withinList(now: Selection, order: readonly string[]): Selection {
  const shown = new Set(order)
  const kept = [...now.ids].filter((id) => shown.has(id))
  return kept.length === now.ids.size ? now : { ...now, ids: new Set(kept) }
}
