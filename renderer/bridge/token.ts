// The launch token comes once, in the address's fragment. It is kept for this tab and taken out of the address bar,
// so that it is neither copied with the address nor kept in the history.

const key = "jiaoyang.token"

export interface Place {
  hash: string
  pathname: string
  search: string
}

export interface Keep {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
}

/** The token, from the address or from an earlier load of this tab; null where there is none. */
export function takeToken(place: Place, keep: Keep, replace: (address: string) => void): string | null {
  const found = /^#token=([\w.~-]+)/.exec(place.hash)?.[1]
  if (!found) return keep.getItem(key)
  keep.setItem(key, found)
  replace(place.pathname + place.search)
  return found
}
