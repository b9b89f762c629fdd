import { tmpdir } from "node:os"
import { join } from "node:path"
import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    setupFiles: [join(import.meta.dirname, "support/seed.ts")],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // Nothing here is timed; a busy machine only takes longer.
    expect: { poll: { timeout: 30_000 } },
    maxWorkers: 2,
    // Never the user's own list of libraries.
    env: { JIAOYANG_CONFIG: join(tmpdir(), "jiaoyang-tests-config") },
    // Native modules and child processes: a process a file, none shared.
    pool: "forks",
  },
})
