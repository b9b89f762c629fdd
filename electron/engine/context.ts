// What every step of a recognition is given beside its input.
import type { Progress } from "./protocol.ts"

export interface Context {
  signal: AbortSignal
  onProgress(progress: Progress): void
  onWarning(text: string): void
}
