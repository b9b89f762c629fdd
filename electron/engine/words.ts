// The list of words that readings and seams are judged by: jieba's, read once when it is first needed.
import { readFile } from "node:fs/promises"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { readWords, type Words } from "../../shared/text/words.ts"

const require = createRequire(import.meta.url)

async function load(): Promise<Words> {
  const folder = dirname(require.resolve("@node-rs/jieba/package.json"))
  const [list, about] = await Promise.all([
    readFile(join(folder, "dict.txt"), "utf8"),
    readFile(join(folder, "package.json"), "utf8"),
  ])
  return readWords(list, `jieba ${(JSON.parse(about) as { version: string }).version}`)
}

let loaded: Promise<Words> | undefined

export const wordList = (): Promise<Words> => (loaded ??= load())
