// What another program read on the pages of a scan, as it comes in an ALTO file.
import { AppError } from "../../../shared/errors.ts"
import { readAlto } from "../../../shared/import/alto.ts"
import type { Recognition } from "../../../shared/model/recognition.ts"
import { type Input, readInput } from "./input.ts"
import { decodeXml } from "./text.ts"

/** All pages of the file; a refusal says its name. */
export function pagesOf(input: Input): Recognition[] {
  if (input.type.kind !== "xml") throw new AppError("file-unsupported", { file: input.name, kind: input.type.kind })
  const text = decodeXml(input)
  try {
    return readAlto(text)
  } catch (error) {
    throw error instanceof AppError ? new AppError(error.code, { ...error.detail, file: input.name }) : error
  }
}

export async function readAltoPage(file: string, pageIndex: number): Promise<Recognition> {
  const input = await readInput(file)
  const page = pagesOf(input)[pageIndex]
  if (!page) throw new AppError("file-damaged", { file: input.name })
  return page
}
