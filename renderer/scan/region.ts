// What of the page is to be read again: what a box is drawn around, else the block of the caret.
import { useEffect, useState } from "react"
import { regionOf } from "../../shared/document/regionreading.ts"
import type { Box } from "../../shared/geometry/box.ts"
import type { Recognition } from "../../shared/model/recognition.ts"
import { useSession } from "../state/session.ts"
import { makeStore, type Store } from "../state/store.ts"
import { boxBetween } from "./frame.ts"
import type { Viewer } from "./viewer.ts"

export interface Region {
  /** Of the scan; none where nothing is chosen. */
  boxes: readonly Box[]
  drawn: boolean
}

/** Screen pixels: a hand that only clicks may move a little. */
const leastDrawn = 6

const nothing: Region = { boxes: [], drawn: false }

/** Follows the caret, and what is drawn, while `choosing`. */
export function useRegion(viewer: Viewer | null, recognition: Recognition | null, choosing: boolean): Store<Region> {
  const { link } = useSession()
  const [region] = useState(() => makeStore<Region>(nothing))
  useEffect(() => {
    if (!viewer || !recognition || !choosing) return
    const followCaret = () =>
      region.set({ boxes: regionOf(recognition, new Set(link.caret.get().block)), drawn: false })
    viewer.onDrag = (from, to) => {
      if (Math.min(Math.abs(to.x - from.x), Math.abs(to.y - from.y)) < leastDrawn) return
      region.set({ boxes: [boxBetween(viewer.now(), viewer.pane(), viewer.scan, from, to)], drawn: true })
    }
    const stops = [
      link.caret.subscribe(() => region.get().drawn || followCaret()),
      // Who clicks on a line means its block, whatever was drawn.
      link.onSeek(followCaret),
    ]
    followCaret()
    return () => {
      for (const stop of stops) stop()
      viewer.onDrag = null
      region.set(nothing)
    }
  }, [viewer, recognition, choosing, link, region])
  return region
}
