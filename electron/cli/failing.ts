// Exit codes, and how failures are told: one sentence on stderr, never a stack trace.

import { AppError, type ErrorCode, failure } from "../../shared/errors.ts"
import { errorText } from "../../shared/i18n/errors.ts"
import { sqliteError } from "../services/library/database.ts"
import { inLanguage, language } from "./words.ts"

export const exit = { done: 0, someFailed: 1, usage: 2, library: 3 } as const

/** The arguments make no sense; the message is ready to be shown. */
export class UsageError extends Error {}

const libraryCodes: ErrorCode[] = [
  "library-missing",
  "library-busy",
  "library-newer",
  "library-damaged",
  "library-unusable",
  "read-only",
  "disk-full",
]

export const sentence = (error: unknown): string => errorText(failure(error), language)

export const complain = (text: string): void => {
  process.stderr.write(`${text}\n`)
}

/** Waits for work that writes to `path`; where the system refuses that, the place was ill chosen. */
export async function writing<T>(path: string, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof Error && "syscall" in error)) throw error
    const { code } = error as NodeJS.ErrnoException
    if (code === "ENOSPC") throw new AppError("disk-full", { path })
    throw new UsageError(inLanguage(`无法写到 ${path}（${code}）`, `cannot write to ${path} (${code})`))
  }
}

/** Tells what ended a command, and with which code. */
export function endWith(thrown: unknown): number {
  const error = sqliteError(thrown, "")
  if (error instanceof UsageError) {
    complain(error.message)
    return exit.usage
  }
  complain(sentence(error))
  if (!(error instanceof AppError) && process.env.JIAOYANG_DEBUG)
    complain(String(error instanceof Error ? error.stack : error))
  return error instanceof AppError && libraryCodes.includes(error.code) ? exit.library : exit.someFailed
}
