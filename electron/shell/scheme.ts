// The private scheme under which the page and the host's calls have one origin.
import { protocol } from "electron"
import type { Forward } from "./forward.ts"
import { scheme } from "./origin.ts"

/** Before the program is ready. */
export function registerScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true }
  protocol.registerSchemesAsPrivileged([{ scheme, privileges }])
}

export const handleScheme = (forward: Forward): void => protocol.handle(scheme, forward)
