// The imports of the program's sources, read with the compiler's own scanner.
import { readdirSync, readFileSync } from "node:fs"
import { join, relative, resolve } from "node:path"
import ts from "typescript"

export interface Import {
  from: string
  /** A path below the checkout, or the name of a package or of a Node module. */
  to: string
  kind: "file" | "package" | "node"
}

const root = resolve(import.meta.dirname, "../..")

const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|tsx|mjs)$/.test(entry.name) && !entry.name.endsWith("vite.config.ts"))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))

const packageOf = (name: string): string =>
  name
    .split("/")
    .slice(0, name.startsWith("@") ? 2 : 1)
    .join("/")

export function importsIn(from: string, text: string): Import[] {
  const { importedFiles } = ts.preProcessFile(text, true, true)
  return importedFiles.map(({ fileName }) => {
    if (fileName.startsWith(".")) return { from, to: relative(root, resolve(root, from, "..", fileName)), kind: "file" }
    if (fileName.startsWith("node:")) return { from, to: fileName, kind: "node" }
    return { from, to: packageOf(fileName), kind: "package" }
  })
}

/** Every import of every source below `folders`. */
export const allImports = (folders: string[]): Import[] =>
  folders.flatMap(sources).flatMap((file) => importsIn(file, readFileSync(join(root, file), "utf8")))
