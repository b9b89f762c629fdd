// jiaoyang eval --truth FILE --result FILE: how good results are, each held against the truth of its page.
import { readFile } from "node:fs/promises"
import { AppError } from "../../shared/errors.ts"
import { type ErrorRate, type Evaluation, evaluate, pooled, type Share } from "../../shared/eval/evaluate.ts"
import { type RiskCoverage, riskCoverage } from "../../shared/eval/risk.ts"
import { type Judged, readJudged } from "../../shared/eval/truth.ts"
import { charEm } from "../../shared/text/han.ts"
import { exit, UsageError } from "./failing.ts"
import { inLanguage } from "./words.ts"

async function readPage(file: string): Promise<Judged> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new AppError("file-missing", { file })
  })
  const page = readJudged(parsed(text))
  if (page) return page
  throw new AppError("file-unsupported", { file, kind: inLanguage("不是稿件 JSON", "not articles as JSON") })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Truths and results in pairs, in the order in which they were named; more than one pair is judged as one heap. */
export async function evalResults(truths: string[], results: string[], asJson: boolean): Promise<number> {
  if (truths.length !== results.length)
    throw new UsageError(
      inLanguage(
        `--truth 有 ${truths.length} 个，--result 有 ${results.length} 个，应当成对`,
        `${truths.length} --truth and ${results.length} --result: there must be one for one`,
      ),
    )
  const pages: Evaluation[] = []
  for (const [i, truth] of truths.entries())
    pages.push(evaluate(await readPage(truth), await readPage(results[i] as string)))
  const { seams, ...counts } = pages.reduce(pooled)
  const { displaced, unjudged } = seams
  const risk = riskCoverage(seams.judged)
  const said = asJson
    ? JSON.stringify({ ...counts, seams: { ...risk, displaced, unjudged } })
    : [...table(counts), ...seamLines(risk, displaced, unjudged)].join("\n")
  process.stdout.write(`${said}\n`)
  return exit.done
}

type Counts = Omit<Evaluation, "seams">

const names: [key: keyof Counts, zh: string, en: string][] = [
  ["articles", "整篇稿件", "whole articles"],
  ["headlines", "主题", "headlines"],
  ["kickers", "引题", "kickers"],
  ["subheadlines", "副题", "subheadlines"],
  ["columns", "栏目", "column labels"],
  ["bylines", "署名", "bylines"],
  ["datelines", "电头", "datelines"],
  ["captions", "图说", "captions"],
  ["headings", "小标题", "section headings"],
  ["paragraphs", "整段（差错不过 5%）", "whole paragraphs (5 % edits)"],
  ["exactParagraphs", "一字不差的段落", "paragraphs to the letter"],
  ["looseCaptions", "无主图说未丢", "loose captions kept"],
  ["noticesKeptOut", "公告未混入正文", "notices kept out of bodies"],
  ["lineCer", "字错率（不计次序）", "line CER, order-free"],
  ["bodyCer", "字错率（成稿正文）", "body CER, end to end"],
]

const percent = (part: number, whole: number, digits = 1): string =>
  whole ? `${((100 * part) / whole).toFixed(digits)}%` : "–"

/** Columns of a terminal: a full-width character takes two. */
const columnsOf = (text: string): number => [...text].reduce((sum, char) => sum + (charEm(char) === 1 ? 2 : 1), 0)
const left = (text: string, wide: number): string => text + " ".repeat(Math.max(0, wide - columnsOf(text)))
const right = (text: string, wide: number): string => " ".repeat(Math.max(0, wide - columnsOf(text))) + text

const row = (name: string, ...cells: string[]): string =>
  left(name, 30) + cells.map((cell, i) => right(cell, i < 2 ? 11 : 22)).join("")

function table(counts: Counts): string[] {
  const head = row(
    "",
    inLanguage("查全率", "recall"),
    inLanguage("查准率", "precision"),
    inLanguage("对/应有（得出）", "right/wanted (found)"),
  )
  return [head, ...names.map(([key, zh, en]) => row(inLanguage(zh, en), ...cellsOf(counts[key])))]
}

function cellsOf(count: Share | (Share & { found: number }) | ErrorRate | null): string[] {
  if (count === null) return ["–"]
  if ("errors" in count) return [percent(count.errors, count.length, 2), "", `${count.errors}/${count.length}`]
  const { right, wanted } = count
  if (!("found" in count)) return [percent(right, wanted), "", `${right}/${wanted}`]
  return [percent(right, wanted), percent(right, count.found), `${right}/${wanted} (${count.found})`]
}

function seamLines(risk: RiskCoverage, displaced: number, unjudged: number): string[] {
  const { seams, wrong, risks, caught, area, calibrationError } = risk
  const line = (zh: string, en: string, value: string) => left(inLanguage(zh, en), 30) + right(value, 11)
  const figure = (value: number | null) => value?.toFixed(4) ?? "–"
  const right_ = `${percent(seams - wrong, seams, 2).padStart(11)} ${inLanguage(
    `${seams - wrong}/${seams}，其中错位 ${displaced}；未评 ${unjudged}`,
    `${seams - wrong}/${seams}, ${displaced} of other text; ${unjudged} not judged`,
  )}`
  return [
    "",
    left(inLanguage("断口正确", "seams right"), 30) + right_,
    ...risks.map(({ coverage, risk: share }) => {
      const part = `${Math.round(100 * coverage)}%`
      return line(`最有把握的 ${part} 中错`, `wrong of the surest ${part}`, share === null ? "–" : percent(share, 1, 2))
    }),
    line("最没把握的 5% 含错误的", "caught at 5 %", caught === null ? "–" : percent(caught, 1)),
    line("风险—覆盖曲线下面积", "area under risk–coverage", figure(area)),
    line("校准误差（ECE）", "calibration error (ECE)", figure(calibrationError)),
  ]
}
