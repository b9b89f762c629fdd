// A page made ready to be looked at: its half of a double page, in even light, without the dark around it, and straight.
import type { PreparationStep, Prepared } from "../../shared/model/preparation.ts"
import type { Input } from "./files/input.ts"
import { deepened } from "./image/contrast.ts"
import { countPictures } from "./image/decode.ts"
import { foldOf, pageBeside } from "./image/fold.ts"
import { type Grey, paperOf } from "./image/grey.ts"
import { level } from "./image/level.ts"
import { type Straight, straighten } from "./image/straighten.ts"

/** `without`: what is not to be done. A page of another half counts its boxes from the edge of the whole scan, too. */
export async function prepare(
  input: Input,
  picture: Grey,
  pageIndex: number,
  without: readonly PreparationStep[],
): Promise<{ scan: Grey; page: Straight }> {
  const done: Prepared[] = []
  const fold = input.type.kind === "image" && (await countPictures(input)) === 1 ? await foldOf(picture) : null
  const scan = fold ? pageBeside(picture, fold, pageIndex === 0 ? "left" : "right", paperOf(picture)) : picture
  if (fold) done.push({ step: "fold", amount: null })
  const lit = without.includes("light") ? scan : deepened(level(scan))
  if (lit !== scan) done.push({ step: "light", amount: null })
  const page = await straighten(lit, without)
  return { scan, page: { ...page, done: [...done, ...page.done] } }
}
