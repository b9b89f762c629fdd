// An error a person can meet has a code from this list; any other error is a bug and says nothing outside the log.

export const errorCodes = [
  "invalid",
  "not-found",
  "conflict",
  "unauthorized",
  "too-large",
  "cancelled",
  "library-missing",
  "library-busy",
  "library-newer",
  "library-damaged",
  "library-unusable",
  "read-only",
  "disk-full",
  "file-missing",
  "file-empty",
  "file-directory",
  "file-unreadable",
  "file-binary",
  "file-unsupported",
  "file-damaged",
  "file-locked",
  "file-too-large",
  "xml-encoding",
  "xml-doctype",
  "xml-malformed",
  "xml-reference",
  "xml-too-deep",
  "xml-not-alto",
  "too-many-lines",
  "no-text",
  "engine-missing",
  "engine-failed",
  "engine-timeout",
  "engine-memory",
  "internal",
] as const

export type ErrorCode = (typeof errorCodes)[number]

export type ErrorDetail = Record<string, string | number | boolean | null>

/** A failure with a code and plain data; the words are made where it is shown (`shared/i18n/errors.ts`). */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly detail: ErrorDetail

  constructor(code: ErrorCode, detail: ErrorDetail = {}) {
    super(`${code} ${JSON.stringify(detail)}`)
    this.name = "AppError"
    this.code = code
    this.detail = detail
  }
}

export interface Failure {
  code: ErrorCode
  detail: ErrorDetail
}

export type Reply<T = unknown> = { ok: true; value: T } | { ok: false; error: Failure }

/** Reduces any error to plain data. What is not an AppError becomes `internal`; its text stays with the caller's log. */
export function failure(error: unknown): Failure {
  return error instanceof AppError ? { code: error.code, detail: error.detail } : { code: "internal", detail: {} }
}

/** The value of a reply, or its failure thrown as an AppError. */
export function unwrap<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value
  throw new AppError(reply.error.code, reply.error.detail)
}
