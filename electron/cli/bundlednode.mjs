// Finds the Node that the program runs on. Plain JavaScript that loads nothing: any Node may read it.
import { existsSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"

export const neededNode = 24

export const runsOnIt = () => Number(process.versions.node.split(".")[0]) >= neededNode

/**
 * Path of the Node that came with the packages, null where there is none for this system.
 * @param {string | URL} from a file in the folder of the program
 */
export function bundledNode(from = import.meta.url) {
  const { platform, arch } = process
  const packages = [`node-${platform === "win32" ? "win" : platform}-${arch}`, `node-bin-${platform}-${arch}`]
  const require = createRequire(from)
  for (const name of packages) {
    try {
      const folder = join(dirname(require.resolve(`${name}/package.json`)), "bin")
      const file = join(folder, platform === "win32" ? "node.exe" : "node")
      if (existsSync(file)) return file
    } catch {}
  }
  return null
}

/** What to say where no Node is new enough. */
export const tooOld = () =>
  `校样需要 Node ${neededNode} 或更新的版本（现在是 ${process.versions.node}）。` +
  `Jiaoyang needs Node ${neededNode} or newer (this is ${process.versions.node}).`
