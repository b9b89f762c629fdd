// OpenSeadragon as this pane uses it: one scan from its tiles, moved and zoomed. What it shows is a `Frame`; its own keys,
// buttons and messages are off.
import OpenSeadragon from "openseadragon"
import { tileSize, topLevel } from "../../shared/geometry/tiles.ts"
import type { TileDoor } from "../bridge/loopback.ts"
import { makeStore, type Store } from "../state/store.ts"
import { type Frame, fitWidth, type Point, resized, type Size, within } from "./frame.ts"

export interface Viewer {
  scan: Size
  pane(): Size
  /** What is on the screen at this moment. */
  now(): Frame
  /** Where it is moving to. */
  goal(): Frame
  move(frame: Frame, instantly?: boolean): void
  /** The scale of the goal. */
  scale: Store<number>
  /** Whether all tiles in view are there. */
  sharp: Store<boolean>
  /** Is called for every new picture, in the same frame. */
  onDraw: (() => void) | null
  /** A press that did not drag, at a point of the pane. */
  onClick: ((x: number, y: number) => void) | null
  /** What to do instead of moving the scan when it is dragged, from a point of the pane to another, for every move. */
  onDrag: ((from: Point, to: Point) => void) | null
  close(): void
}

interface Begin {
  scan: Size
  /** The whole page, small, shown until its tiles come. */
  preview: string
  tiles: TileDoor
  /** Null: as wide as the pane. */
  scale: number | null
}

// OpenSeadragon would add a style element, which the content security policy refuses; it does not where it finds one. This
// one is in no namespace: it matches the look and styles nothing.
function refuseStyles(): void {
  const mark = "data-openseadragon-mobile-css"
  if (document.querySelector(`style[${mark}]`)) return
  const element = document.createElementNS(null, "style")
  element.setAttribute(mark, "true")
  document.head.append(element)
}

// It warns of every tile that comes after its page was left, which is no news.
Object.assign(OpenSeadragon, { console: { ...console, warn: () => {} } })

const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches

const noGestures = { clickToZoom: false, dblClickToZoom: false, flickEnabled: false }

const options = (element: HTMLElement): OpenSeadragon.Options => ({
  element,
  drawer: "canvas",
  keyboardNavEnabled: false,
  showNavigationControl: false,
  autoResize: false,
  preserveViewport: true,
  animationTime: still() ? 0 : 0.15,
  springStiffness: 6.5,
  visibilityRatio: 1,
  constrainDuringPan: true,
  minZoomImageRatio: 0.9,
  maxZoomPixelRatio: 4,
  // However long a button is held: a press that does not move is a click.
  clickTimeThreshold: 60_000,
  gestureSettingsMouse: noGestures,
  gestureSettingsPen: noGestures,
  gestureSettingsTouch: { ...noGestures, dblClickDragToZoom: false },
  imageLoaderLimit: 3,
  // A pyramid of a large page takes a while the first time, and the host may come back only after it was gone.
  timeout: 120_000,
  tileRetryMax: 20,
  tileRetryDelay: 2000,
  // Tiles do not overlap: nothing has to be smoothed where they meet.
  smoothTileEdgesMinZoom: Number.POSITIVE_INFINITY,
})

export function openViewer(element: HTMLElement, { scan, preview, tiles, scale }: Begin): Viewer {
  refuseStyles()
  const osd = new OpenSeadragon.Viewer(options(element))
  // The pane has the focus and the keys: OpenSeadragon would take both when it is clicked.
  osd.canvas.removeAttribute("tabindex")
  const { viewport } = osd
  let pane = sizeOf(element)
  const frameOf = (current: boolean): Frame => {
    const bounds = viewport.getBounds(current)
    return {
      x: (bounds.x + bounds.width / 2) * scan.width,
      y: (bounds.y + bounds.height / 2) * scan.width,
      scale: pane.width / (bounds.width * scan.width),
    }
  }
  const viewer: Viewer = {
    scan,
    pane: () => pane,
    now: () => frameOf(true),
    goal: () => frameOf(false),
    move: (frame, instantly = false) => {
      const [width, height] = [pane.width / frame.scale / scan.width, pane.height / frame.scale / scan.width]
      const rect = new OpenSeadragon.Rect(
        frame.x / scan.width - width / 2,
        frame.y / scan.width - height / 2,
        width,
        height,
      )
      viewport.fitBounds(rect, instantly || still())
      viewport.applyConstraints(instantly || still())
    },
    scale: makeStore(pane.width / scan.width),
    sharp: makeStore(false),
    onDraw: null,
    onClick: null,
    onDrag: null,
    close: () => {
      observer.disconnect()
      osd.destroy()
    },
  }
  const begin = () =>
    viewer.move(scale === null ? fitWidth(pane, scan) : within({ x: scan.width / 2, y: 0, scale }, pane, scan), true)
  osd.addHandler("update-viewport", () => {
    viewer.scale.set(viewer.goal().scale)
    viewer.onDraw?.()
  })
  osd.addHandler("canvas-click", ({ quick, position }) => {
    if (quick) viewer.onClick?.(position.x, position.y)
  })
  let pressed: Point = { x: 0, y: 0 }
  osd.addHandler("canvas-press", ({ position }) => {
    pressed = position
  })
  osd.addHandler("canvas-drag", (event) => {
    if (!viewer.onDrag) return
    event.preventDefaultAction = true
    viewer.onDrag(pressed, event.position)
  })
  const observer = new ResizeObserver(() => {
    const size = sizeOf(element)
    if (size.width === 0 || size.height === 0 || (size.width === pane.width && size.height === pane.height)) return
    const next = resized(viewer.goal(), pane, size, scan)
    pane = size
    viewport.resize(new OpenSeadragon.Point(size.width, size.height), true)
    viewer.move(next, true)
    osd.forceRedraw()
  })
  observer.observe(element)
  load(osd, { scan, preview, tiles }, viewer.sharp, begin)
  return viewer
}

const sizeOf = (element: HTMLElement): Size => ({ width: element.clientWidth, height: element.clientHeight })

/** The preview lies under the tiles until they are all there. */
function load(
  osd: OpenSeadragon.Viewer,
  { scan, preview, tiles }: Omit<Begin, "scale">,
  sharp: Store<boolean>,
  begin: () => void,
): void {
  const source = {
    ...scan,
    tileSize,
    tileOverlap: 0,
    maxLevel: topLevel(scan.width, scan.height),
    getTileUrl: tiles.address,
  }
  osd.addTiledImage({
    tileSource: source,
    loadTilesWithAjax: true,
    ajaxHeaders: tiles.headers,
    success: (event) => {
      const item = itemOf(event)
      begin()
      item.addHandler("fully-loaded-change", ({ fullyLoaded }) => sharp.set(fullyLoaded))
    },
  })
  osd.addTiledImage({
    tileSource: { type: "image", url: preview },
    index: 0,
    width: 1,
    success: (event) => {
      const item = itemOf(event)
      const stop = sharp.subscribe(() => {
        stop()
        osd.world.removeItem(item)
      })
    },
  })
}

/** The types say `Event` of the page, which it is not. */
const itemOf = (event: unknown): OpenSeadragon.TiledImage => (event as { item: OpenSeadragon.TiledImage }).item
