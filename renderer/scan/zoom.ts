// How large the scan is shown: fitted to the pane's width, or so many screen pixels for one of the scan.

export type Zoom = "fit" | number

const steps = [0.1, 0.15, 0.2, 0.25, 0.33, 0.5, 0.67, 0.75, 1, 1.5, 2, 3, 4]

/** The scale that is in effect: screen pixels for a pixel of the scan. */
export const scaleOf = (zoom: Zoom, scanWidth: number, paneWidth: number): number =>
  zoom === "fit" ? paneWidth / scanWidth : zoom

/** The next step up or down from a scale. */
export function zoomStep(scale: number, direction: 1 | -1): number {
  const next = direction > 0 ? steps.find((step) => step > scale * 1.02) : steps.findLast((step) => step < scale * 0.98)
  return next ?? scale
}

/** Widths in which scans are asked for: enough for the screen, few enough to be kept ready. */
const pictureWidths = [1600, 3200, 6400]

/** The width to ask for when the scan is shown `shown` device pixels wide. */
export const pictureWidth = (shown: number): number =>
  pictureWidths.find((width) => width >= shown * 0.9) ?? (pictureWidths.at(-1) as number)
