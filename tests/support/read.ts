// Sample pages as a reader that makes few mistakes would read them, put into a library without the minute of reading.
import { randomBytes } from "node:crypto"
import { readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import type { Db } from "../../electron/services/library/database.ts"
import { type Library, openLibrary } from "../../electron/services/library/library.ts"
import { addPage } from "../../electron/services/library/pages.ts"
import { compose } from "../../shared/document/compose.ts"
import type { Box } from "../../shared/geometry/box.ts"
import { arrange } from "../../shared/layout/arrange.ts"
import type { ArticlesFile } from "../../shared/model/article.ts"
import { unknownPage } from "../../shared/model/page.ts"
import type { Glyph, Line, Recognition } from "../../shared/model/recognition.ts"

export const samples = resolve(import.meta.dirname, "../../resources/samples")

/** Glyphs of one width side by side; every 97th is read with a doubt. */
export function glyphsIn(text: string, [x0, y0, x1, y1]: Box, seed = 0): Glyph[] {
  const chars = [...text]
  const width = (x1 - x0) / Math.max(1, chars.length)
  return chars.map((char, i) => {
    const score = (seed + i) % 97 === 96 ? 0.4 : 0.99
    return {
      text: char,
      box: [x0 + i * width, y0, x0 + (i + 1) * width, y1],
      score,
      candidates: [{ text: char, score }],
    }
  })
}

/** The true lines of a sample, with `wrong` characters read in place of others. */
export function readSample(name: string, wrong: Record<string, string> = {}): Recognition {
  const truth = JSON.parse(readFileSync(join(samples, name, "truth.json"), "utf8")) as ArticlesFile
  let seed = 0
  const lines = truth.lines.map((line): Line => {
    const text = Object.entries(wrong).reduce((now, [right, read]) => now.replace(right, read), line.text)
    seed += [...text].length
    return { ...line, text, direction: "horizontal", gap: 0, glyphs: line.box && glyphsIn(text, line.box, seed) }
  })
  const { width, height } = truth.source
  return { engine: { name: "sample", version: "1" }, width, height, lines, shapes: [] }
}

export const openForTests = (dir: string): Promise<Library> =>
  openLibrary({ dir, create: true, readOnly: false, random: randomBytes, now: () => new Date() })

/** Adds a recognized picture as an import would. Returns the page's id. */
export async function addRead(library: Library, picture: string, recognition: Recognition): Promise<string> {
  const extension = picture.split(".").at(-1) ?? "jpg"
  const bytes = readFileSync(picture).length
  const arrangement = arrange(recognition)
  const page = {
    scan: { sha256: await library.scans.keep(picture, extension), extension, bytes },
    picture: true,
    pageIndex: 0,
    sourceName: picture.split(/[\\/]/u).at(-1) ?? picture,
    facts: { ...unknownPage, ...arrangement.page },
    recognition,
    composed: compose(recognition, arrangement),
  }
  const { db, random, now } = library
  return db.transaction().execute((trx) => addPage(trx as Db, page, random, now()))
}

/** A library of the sample pages. */
export async function sampleLibrary(dir: string, wrong: Record<string, string> = {}): Promise<void> {
  const library = await openForTests(dir)
  for (const name of ["donghu-03", "linlan-A5"])
    await addRead(library, join(samples, name, "scan.jpg"), readSample(name, wrong))
  await library.close()
}
