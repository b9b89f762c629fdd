// jiaoyang eval --truth FILE --result FILE: how good a result is.
import { readFile } from "node:fs/promises"
import { AppError } from "../../shared/errors.ts"
import { evaluate, type Tally } from "../../shared/eval/evaluate.ts"
import type { ArticlesFile } from "../../shared/model/article.ts"
import { exit } from "./failing.ts"
import { inLanguage } from "./words.ts"

async function readArticles(file: string): Promise<ArticlesFile> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new AppError("file-missing", { file })
  })
  try {
    const parsed = JSON.parse(text) as ArticlesFile
    if (parsed.format === "jiaoyang.articles" && Array.isArray(parsed.articles)) return parsed
  } catch {}
  throw new AppError("file-unsupported", { file, kind: inLanguage("不是 jiaoyang.articles", "not jiaoyang.articles") })
}

const percent = (part: number, whole: number): string => (whole ? `${((100 * part) / whole).toFixed(1)}%` : "–")

const row = (name: string, { right, found, wanted }: Tally): string =>
  [
    name.padEnd(16),
    percent(right, wanted).padStart(8),
    percent(right, found).padStart(10),
    `${right}/${wanted} (${found})`.padStart(14),
  ].join(" ")

export async function evalResult(truth: string, result: string, asJson: boolean): Promise<number> {
  const { bodyCer, ...tallies } = evaluate(await readArticles(truth), await readArticles(result))
  if (asJson) {
    process.stdout.write(`${JSON.stringify({ ...tallies, bodyCer })}\n`)
    return exit.done
  }
  const lines = [["".padEnd(16), "recall".padStart(8), "precision".padStart(10), "right/wanted (found)"].join(" ")]
  for (const [name, tally] of Object.entries(tallies)) lines.push(row(name, tally))
  lines.push(
    `${"body CER".padEnd(16)} ${((100 * bodyCer.errors) / Math.max(1, bodyCer.length)).toFixed(2)}% (${bodyCer.errors}/${bodyCer.length})`,
  )
  process.stdout.write(`${lines.join("\n")}\n`)
  return exit.done
}
