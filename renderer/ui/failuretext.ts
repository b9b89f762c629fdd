// Why something did not work, in words for the person at the page.
import { type Failure, failure } from "../../shared/errors.ts"
import { errorText } from "../../shared/i18n/errors.ts"
import type { Language } from "../../shared/i18n/language.ts"
import { Unreachable } from "../bridge/loopback.ts"
import { dictionary } from "../state/session.ts"

/** The reason alone, for a list that names the file already. */
export const reasonText = ({ code, detail: { file: _, ...detail } }: Failure, language: Language): string =>
  errorText({ code, detail }, language)

export const failureText = (error: unknown, language: Language): string =>
  error instanceof Unreachable ? dictionary(language).hostUnreachable : errorText(failure(error), language)
