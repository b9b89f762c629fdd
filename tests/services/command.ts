// The command line's program, and how tests start it.
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

export const command = fileURLToPath(new URL("../../electron/cli/jiaoyang.mjs", import.meta.url))

/** What is compiled is kept between starts, which halves the time of each. */
export const environment = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), "jiaoyang-compiled") }
