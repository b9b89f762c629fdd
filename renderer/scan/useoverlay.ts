// Keeps what is drawn over the scan in step with the text, and the scan with the caret.
import { type RefObject, useEffect, useMemo } from "react"
import type { Recognition } from "../../shared/model/recognition.ts"
import type { Link } from "../state/link.ts"
import { useSession } from "../state/session.ts"
import type { Store } from "../state/store.ts"
import { pointAt, revealing } from "./frame.ts"
import type { Inks } from "./inks.ts"
import { type Marks, makePainter } from "./paint.ts"
import type { Region } from "./region.ts"
import { divide, glyphAt, glyphBox, lineAt, makeScene, type Scene } from "./scene.ts"
import type { Viewer } from "./viewer.ts"

export const useScene = (recognition: Recognition | null): Scene | null =>
  useMemo(() => recognition && makeScene(recognition), [recognition])

interface Parts {
  viewer: Viewer | null
  canvas: RefObject<HTMLCanvasElement | null>
  pane: RefObject<HTMLElement | null>
  scene: Scene | null
  inks: Inks | null
  showLines: boolean
  region: Store<Region>
}

export function useOverlay({ viewer, canvas, pane, scene, inks, showLines, region }: Parts): void {
  const { link } = useSession()
  useEffect(() => {
    if (!viewer || !canvas.current || !inks) return
    return keepDrawn(viewer, canvas.current, inks, link, scene, showLines, region)
  }, [viewer, canvas, inks, link, scene, showLines, region])
  useEffect(() => (viewer && scene ? followCaret(viewer, scene, link) : undefined), [viewer, scene, link])
  useEffect(() => {
    if (viewer && pane.current) return tellPane(pane.current, viewer, link)
  }, [viewer, pane, link])
  useEffect(() => {
    if (!viewer || !scene) return
    viewer.onClick = (x, y) => {
      const point = pointAt(viewer.now(), viewer.pane(), x, y)
      const line = lineAt(scene, point)
      if (line) link.seek({ line: line.id, glyph: glyphAt(line, point) })
      else pane.current?.focus({ preventScroll: true })
    }
    return () => {
      viewer.onClick = null
    }
  }, [viewer, scene, link, pane])
}

function keepDrawn(
  viewer: Viewer,
  canvas: HTMLCanvasElement,
  inks: Inks,
  link: Link,
  scene: Scene | null,
  showLines: boolean,
  region: Store<Region>,
): () => void {
  const painter = makePainter(canvas, inks, viewer.scan)
  let division = scene && divide(scene, link.outline.get())
  let due = 0
  const draw = () => {
    cancelAnimationFrame(due)
    due = 0
    const marks: Marks | null = scene &&
      division && {
        scene,
        division,
        showLines,
        caret: link.caret.get(),
        hover: link.hover.get()?.line ?? null,
        region: region.get().boxes,
      }
    painter.paint(viewer.now(), viewer.pane(), marks)
  }
  const drawSoon = () => {
    if (due === 0) due = requestAnimationFrame(draw)
  }
  viewer.onDraw = draw
  const stops = [
    link.outline.subscribe(() => {
      division = scene && divide(scene, link.outline.get())
      drawSoon()
    }),
    link.caret.subscribe(drawSoon),
    link.hover.subscribe(drawSoon),
    region.subscribe(drawSoon),
  ]
  drawSoon()
  return () => {
    for (const stop of stops) stop()
    cancelAnimationFrame(due)
    viewer.onDraw = null
    canvas.getContext("2d")?.reset()
  }
}

/** Moves the scan so that the line of the caret is in view, where the text asks for it. */
function followCaret(viewer: Viewer, scene: Scene, link: Link): () => void {
  const follow = () => {
    const { line: id, glyph, reveal } = link.caret.get()
    const line = reveal && id !== null ? scene.byId.get(id) : undefined
    if (!line) return
    const spot = glyphBox(line.line, glyph) ?? line.box
    const next = revealing(viewer.goal(), viewer.pane(), viewer.scan, line.box, spot)
    if (next) viewer.move(next)
  }
  follow()
  return link.caret.subscribe(follow)
}

/** The pane says what it shows: the caret's line and glyph, the pointer's line, and whether sharper tiles are coming. */
function tellPane(pane: HTMLElement, viewer: Viewer, link: Link): () => void {
  const tell = () => {
    const { line, glyph } = link.caret.get()
    pane.dataset.caret = line === null ? "" : `${line} ${glyph ?? ""}`.trim()
    pane.dataset.hover = link.hover.get()?.line ?? ""
    pane.ariaBusy = String(!viewer.sharp.get())
  }
  const stops = [link.caret.subscribe(tell), link.hover.subscribe(tell), viewer.sharp.subscribe(tell)]
  tell()
  return () => {
    for (const stop of stops) stop()
    pane.ariaBusy = "true"
  }
}
