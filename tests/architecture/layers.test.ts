import { describe, expect, it } from "vitest"
import { allImports, type Import, importsIn } from "./imports.ts"
import { layers, panes } from "./layers.ts"

const inside = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`)

function wrong({ from, to, kind }: Import): string | null {
  const layer = layers.filter((one) => inside(from, one.folder)).sort((a, b) => b.folder.length - a.folder.length)[0]
  if (!layer) return `${from} is in no layer`
  const fine =
    kind === "node"
      ? layer.node
      : kind === "package"
        ? layer.packages.includes(to)
        : layer.may.some((one) => inside(to, one)) || to.endsWith(".css")
  const ownPane = panes.find((pane) => inside(from, pane))
  const otherPane = kind === "file" && ownPane && panes.some((pane) => pane !== ownPane && inside(to, pane))
  return fine && !otherPane ? null : `${from} may not import ${to}`
}

/** A path of imports that leads back to where it began; type imports count, for they too say who knows whom. */
function findCircle(imports: Import[]): string[] | null {
  const next = new Map<string, string[]>()
  for (const { from, to, kind } of imports) if (kind === "file") next.set(from, [...(next.get(from) ?? []), to])
  const done = new Set<string>()
  const walk = (file: string, path: string[]): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
    if (done.has(file)) return null
    done.add(file)
    for (const to of next.get(file) ?? []) {
      const circle = walk(to, [...path, file])
      if (circle) return circle
    }
    return null
  }
  for (const file of next.keys()) {
    const circle = walk(file, [])
    if (circle) return circle
  }
  return null
}

describe("the layers of the program", () => {
  const imports = allImports(["shared", "electron", "renderer"])

  it("[A1] nothing imports what its folder may not know", () => {
    expect(imports.length).toBeGreaterThan(300)
    expect(imports.map(wrong).filter((one) => one !== null)).toEqual([])
  })

  it("[A2] no import leads back to where it began", () => {
    expect(findCircle(imports)).toBeNull()
  })

  for (const [from, text] of [
    ["shared/text/han.ts", 'import { union } from "../geometry/box.ts"'],
    ["shared/seams/decide.ts", 'import { readFileSync } from "node:fs"'],
    ["electron/services/publish.ts", 'import { app } from "electron"'],
    ["electron/engine/main.ts", 'import { openLibrary } from "../services/library/library.ts"'],
    ["electron/host/main.ts", 'import Database from "better-sqlite3"'],
    ["renderer/app.tsx", 'import { serve } from "../electron/cli/serve.ts"'],
    ["renderer/scan/scanpane.tsx", 'import { Rail } from "../library/rail.tsx"'],
  ] as const)
    it(`[A3] a planted import is found: ${from} ← ${text}`, () => {
      expect(importsIn(from, text).map(wrong)[0]).toMatch(/may not import/)
    })

  it("[A4] a planted circle is found", () => {
    const circle: Import[] = [
      { from: "a.ts", to: "b.ts", kind: "file" },
      { from: "b.ts", to: "a.ts", kind: "file" },
    ]
    expect(findCircle(circle)).toEqual(["a.ts", "b.ts", "a.ts"])
  })
})
