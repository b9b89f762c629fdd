// Folders that remove themselves when the test is over.
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { onTestFinished } from "vitest"

export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "jiaoyang-"))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
