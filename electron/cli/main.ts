// The command line: what each command takes, and which file does it.
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from "commander"
import type { ImportOptions } from "../../shared/contract.ts"
import { exporterFor, exporters } from "../../shared/export/all.ts"
import type { Exporter } from "../../shared/export/exporter.ts"
import type { ReadOptions } from "../services/digitize.ts"
import { programVersion } from "../services/version.ts"
import { convert } from "./convert.ts"
import { evalResults } from "./eval.ts"
import { endWith, exit, UsageError } from "./failing.ts"
import { importPaths } from "./import.ts"
import {
  type ExportChoice,
  exportLibrary,
  libraryBackup,
  libraryCheck,
  libraryInfo,
  libraryRestore,
  searchLibrary,
} from "./library.ts"
import { type ServeOptions, serve, usualLibrary } from "./serve.ts"
import { type StartOptions, start } from "./start.ts"
import { inLanguage, say, type WordKey } from "./words.ts"

const number = (least: number, most: number) => (text: string) => {
  const value = Number(text)
  if (!Number.isInteger(value) || value < least || value > most) throw new InvalidArgumentError(`${least}–${most}`)
  return value
}

const date = (text: string): string => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text))) throw new InvalidArgumentError("YYYY-MM-DD")
  return text
}

const format = () => new Option("--to <format>", say("to")).choices(exporters.map((exporter) => exporter.id))
/** commander has refused every format that has no exporter. */
const writer = (id: string) => exporterFor(id) as Exporter
const engine = () =>
  new Option("--engine <engine>", say("engine")).choices(["auto", "ppocr", "tesseract"]).default("auto")
const script = () => new Option("--script <script>", say("script")).choices(["hans", "hant", "auto"]).default("auto")
/** May be given again and again. */
const several = (flags: string, about: WordKey) =>
  new Option(flags, say(about))
    .argParser((value: string, before: string[] | undefined) => [...(before ?? []), value])
    .makeOptionMandatory()
const library = () => new Option("--library <dir>", say("dir"))

interface OnLibrary {
  library: string
}

interface ImportFlags extends OnLibrary, ImportOptions {
  resume: boolean
  jobs?: number
  page?: string
}

let code: number = exit.done
const run =
  <A extends unknown[]>(action: (...args: A) => number | Promise<number>) =>
  async (...args: A) => {
    try {
      code = await action(...args)
    } catch (error) {
      code = endWith(error)
    }
  }

const program = new Command("jiaoyang")
  .description(say("about"))
  .version(programVersion)
  .exitOverride()
  .showHelpAfterError(false)

program
  .command("convert")
  .description(say("convert"))
  .addArgument(new Argument("<file...>"))
  .addOption(format().default("json"))
  .option("--out <path>", say("outConvert"), "-")
  .addOption(engine())
  .addOption(script())
  .addOption(
    new Option("--direction <direction>", say("direction")).choices(["auto", "horizontal", "vertical"]).default("auto"),
  )
  .action(
    run((files: string[], { to, out, ...read }: ReadOptions & { to: string; out: string }) =>
      convert(files, { exporter: writer(to), out, read }),
    ),
  )

program
  .command("import")
  .description(say("import"))
  .argument("[path...]")
  .addOption(library().makeOptionMandatory())
  .option("--newspaper <title>", say("newspaper"))
  .option("--date <date>", say("date"), date)
  .option("--page <number>", say("page"))
  .addOption(engine())
  .addOption(script())
  .option("--jobs <n>", say("jobs"), number(1, 64))
  .option("--resume", say("resume"), false)
  .action(
    run((paths: string[], { library, resume, jobs, page, ...options }: ImportFlags) =>
      importPaths(paths, { library, resume, jobs, options: { ...options, pageNumber: page } }),
    ),
  )

program
  .command("export")
  .description(say("export"))
  .addOption(library().makeOptionMandatory())
  .option("--all", say("all"))
  .option("--issue <id>", say("issueId"))
  .option("--page <id>", say("pageId"))
  .option("--article <id>", say("articleId"))
  .addOption(format().makeOptionMandatory())
  .requiredOption("--out <dir>", say("out"))
  .action(
    run(({ library, to, out, ...choice }: OnLibrary & ExportChoice & { to: string; out: string }) =>
      exportLibrary(library, choice, writer(to), out),
    ),
  )

program
  .command("search")
  .description(say("search"))
  .argument("<query>")
  .addOption(library().makeOptionMandatory())
  .option("--json", say("json"), false)
  .option("--limit <n>", say("limit"), number(1, 10_000), 50)
  .action(
    run((query: string, { library, limit, json }: OnLibrary & { limit: number; json: boolean }) =>
      searchLibrary(library, query, limit, json),
    ),
  )

const shelf = program.command("library").description(say("library")).exitOverride()
const onShelf = (name: "info" | "check" | "backup" | "restore") =>
  shelf.command(name).description(say(name)).addOption(library().makeOptionMandatory()).exitOverride()
onShelf("info")
  .option("--json", say("json"), false)
  .action(run(({ library, json }: OnLibrary & { json: boolean }) => libraryInfo(library, json)))
onShelf("check")
  .option("--json", say("json"), false)
  .action(run(({ library, json }: OnLibrary & { json: boolean }) => libraryCheck(library, json)))
onShelf("backup")
  .option("--out <dir>", say("outBackup"))
  .action(run(({ library, out }: OnLibrary & { out?: string }) => libraryBackup(library, out)))
onShelf("restore")
  .option("--from <dir>", say("from"))
  .action(run(({ library, from }: OnLibrary & { from?: string }) => libraryRestore(library, from)))

program
  .command("eval")
  .description(say("eval"))
  .addOption(several("--truth <file>", "truth"))
  .addOption(several("--result <file>", "result"))
  .option("--json", say("json"), false)
  .action(
    run(({ truth, result, json }: { truth: string[]; result: string[]; json: boolean }) =>
      evalResults(truth, result, json),
    ),
  )

const inWindow = (name: "serve" | "start", place: Option) =>
  program
    .command(name)
    .description(say(name))
    .addOption(place)
    .option("--port <n>", say("port"), number(0, 65535), 0)
    .option("--no-open", say("noOpen"))
inWindow("serve", library().default(usualLibrary())).action(run((options: ServeOptions) => serve(options)))
inWindow("start", library()).action(run((options: StartOptions) => start(options)))

// Someone who reads only the first lines of our output (`| head`) is no error of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) =>
  process.exit(error.code === "EPIPE" ? exit.done : exit.someFailed),
)

try {
  if (process.argv.length <= 2)
    throw new UsageError(
      inLanguage("请给出命令；jiaoyang --help 列出全部命令", "name a command; jiaoyang --help lists them"),
    )
  await program.parseAsync()
} catch (error) {
  // commander has already said what was wrong with the arguments, or printed what was asked for.
  if (error instanceof CommanderError) code = error.exitCode === 0 ? exit.done : exit.usage
  else code = endWith(error)
}
process.exitCode = code
