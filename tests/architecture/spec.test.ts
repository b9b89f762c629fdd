import { readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { expect, it } from "vitest"

const tests = resolve(import.meta.dirname, "..")

const cited = (): Set<string> => {
  const files = readdirSync(tests, { recursive: true, withFileTypes: true }).filter((entry) =>
    /\.(?:test|e2e)\.ts$/.test(entry.name),
  )
  const texts = files.map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
  return new Set(texts.flatMap((text) => [...text.matchAll(/["`]\[([A-Z]\d+)\] /g)].map(([, id = ""]) => id)))
}

it("[A5] SPEC.md has a sentence for every number that the tests cite, and no other", () => {
  const spec = readFileSync(join(tests, "SPEC.md"), "utf8")
  const said = new Set([...spec.matchAll(/^\* \*\*([A-Z]\d+)\*\* \S/gm)].map(([, id = ""]) => id))
  expect([...said].sort()).toEqual([...cited()].sort())
})
