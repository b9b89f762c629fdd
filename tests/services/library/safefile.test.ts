import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it } from "vitest"
import { copyFileSafely, hashFile, sweepTemporaries, writeFileSafely } from "../../../electron/services/safefile.ts"
import { tempFolder } from "../../support/tempfolder.ts"
import { aLibrary } from "../kit.ts"

it("[L20] a file is replaced whole, by a new file in its place", async () => {
  const folder = tempFolder()
  const path = join(folder, "稿件.txt")
  await writeFileSafely(path, "old")
  const before = statSync(path).ino
  await writeFileSafely(path, "new")
  expect(readFileSync(path, "utf8")).toBe("new")
  expect(statSync(path).ino).not.toBe(before)
  expect(readdirSync(folder)).toEqual(["稿件.txt"])
})

it("[L20] where writing fails the old content stays and no temporary is left", async () => {
  const folder = tempFolder()
  const path = join(folder, "a.txt")
  writeFileSync(path, "old")
  const unwritable = {
    get length() {
      throw new Error("disk on fire")
    },
  } as never
  await expect(writeFileSafely(path, unwritable)).rejects.toThrow()
  await expect(copyFileSafely(join(folder, "missing"), path, "")).rejects.toThrow(/ENOENT/)
  await expect(copyFileSafely(path, path, "0".repeat(64))).rejects.toThrow(/changed/)
  expect(readFileSync(path, "utf8")).toBe("old")
  expect(readdirSync(folder)).toEqual(["a.txt"])
})

/** A system that takes no more than part of a file, as a disk does that is nearly full. */
it.skipIf(process.platform === "win32")(
  "[L20] a copy that the disk takes only in part is not put in place",
  async () => {
    const folder = tempFolder()
    const [from, to] = [join(folder, "from"), join(folder, "to")]
    writeFileSync(from, Buffer.alloc(60_000, 7))
    const module = new URL("../../../electron/services/safefile.ts", import.meta.url)
    const program = `
    import { copyFileSafely } from ${JSON.stringify(module)}
    const done = copyFileSafely(...${JSON.stringify([from, to, await hashFile(from)])})
    await done.then(() => console.log("copied"), (error) => console.log(error.code))`
    const limited = `trap '' XFSZ; ulimit -f 80; exec "$0" "$@"`
    const child = spawnSync("sh", ["-c", limited, process.execPath, "--input-type=module", "-e", program])
    expect(String(child.stdout).trim()).toBe("EFBIG")
    expect(existsSync(to)).toBe(false)
    expect(readdirSync(folder)).toEqual(["from"])
  },
)

it("[L20] where the new file cannot take the place nothing is lost and no temporary is left", async () => {
  const folder = tempFolder()
  mkdirSync(join(folder, "taken", "inside"), { recursive: true })
  await expect(writeFileSafely(join(folder, "taken"), "x")).rejects.toThrow()
  expect(readdirSync(folder)).toEqual(["taken"])
})

it("[L20] a link is replaced, not written through", async () => {
  const folder = tempFolder()
  writeFileSync(join(folder, "precious"), "precious")
  symlinkSync(join(folder, "precious"), join(folder, "link"))
  await writeFileSafely(join(folder, "link"), "new")
  expect(readFileSync(join(folder, "precious"), "utf8")).toBe("precious")
  expect(readFileSync(join(folder, "link"), "utf8")).toBe("new")
})

it("[L20] only our own temporaries are swept, and a library sweeps when it is opened", async () => {
  const ours = ".abc.jpg.0123456789ab.tmp"
  const others = ["a.tmp", ".hidden", ".abc.0123.tmp", `x${ours}`]
  const folder = tempFolder()
  for (const name of [ours, ...others]) writeFileSync(join(folder, name), "")
  await sweepTemporaries(folder)
  expect(readdirSync(folder).sort()).toEqual([...others].sort())
  await sweepTemporaries(join(folder, "missing"))

  const library = await aLibrary()
  await library.close()
  mkdirSync(join(library.dir, "scans", "ab"))
  writeFileSync(join(library.dir, "scans", "ab", ours), "half")
  await aLibrary({ dir: library.dir })
  expect(readdirSync(join(library.dir, "scans", "ab"))).toEqual([])
})

it("[L20] a hash is that of the bytes", async () => {
  const path = join(tempFolder(), "a")
  writeFileSync(path, "abc")
  expect(await hashFile(path)).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
})
