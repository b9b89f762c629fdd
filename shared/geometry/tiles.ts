// A deep-zoom pyramid: level 0 is one tile, each level doubles the sides, the top level is the scan itself. Every level is
// cut into square tiles without overlap.

export const tileSize = 512

export interface Tile {
  level: number
  x: number
  y: number
}

export const topLevel = (width: number, height: number): number =>
  Math.max(0, Math.ceil(Math.log2(Math.max(width, height) / tileSize)))

/** Whether a scan of these sides has such a tile. */
export function hasTile(width: number, height: number, { level, x, y }: Tile): boolean {
  const top = topLevel(width, height)
  if (level > top) return false
  const count = (side: number) => Math.ceil(Math.ceil(side / 2 ** (top - level)) / tileSize)
  return x < count(width) && y < count(height)
}
