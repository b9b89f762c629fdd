// How much room there is. A narrow window is also a wide one at 200 percent.
import { useSyncExternalStore } from "react"

const narrow = "(max-width: 899px)"

const listen = (changed: () => void) => {
  const query = matchMedia(narrow)
  query.addEventListener("change", changed)
  return () => query.removeEventListener("change", changed)
}

/** Whether scan and text have no room beside one another. */
export const useNarrow = (): boolean => useSyncExternalStore(listen, () => matchMedia(narrow).matches)
