// Called by electron-builder. Lays package.json beside the archive too, where it tells plain Node that the sources there are
// modules, and the program its version. As a resource of its own it would be left out of the archive.
import { copyFile } from "node:fs/promises"
import { join } from "node:path"

/** @param {{ appOutDir: string, packager: { projectDir: string, getResourcesDir(folder: string): string } }} context */
export default ({ appOutDir, packager }) =>
  copyFile(
    join(packager.projectDir, "package.json"),
    join(packager.getResourcesDir(appOutDir), "app.asar.unpacked", "package.json"),
  )
