// The sources as code alone, without what is said about them.
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import ts from "typescript"
import { root } from "./started.ts"

const { ModuleKind, ScriptTarget, JsxEmit } = ts

export function codeOf(path: string): string {
  const compilerOptions = {
    removeComments: true,
    target: ScriptTarget.ESNext,
    module: ModuleKind.ESNext,
    jsx: JsxEmit.Preserve,
  }
  return ts.transpileModule(readFileSync(join(root, path), "utf8"), { compilerOptions, fileName: path }).outputText
}

export const filesIn = (folder: string, kind = /\.(?:ts|tsx)$/): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => kind.test(name))
    .map((name) => join(folder, name))

/** Files whose code matches. */
export const matching = (files: string[], pattern: RegExp): string[] =>
  files.filter((file) => pattern.test(codeOf(file)))
