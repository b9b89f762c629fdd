// The window's two programs are built to out/shell: Electron reads them there, in a checkout and in a package. The preload
// is CommonJS, for a sandboxed one cannot be a module. Host and command line are not built.
import { fileURLToPath } from "node:url"
import { defineConfig } from "electron-vite"

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const outDir = path("../out/shell")

export default defineConfig({
  main: {
    build: {
      outDir,
      emptyOutDir: true,
      lib: { entry: path("shell/main.ts"), formats: ["es"], fileName: () => "main.js" },
    },
  },
  preload: {
    build: {
      outDir,
      emptyOutDir: false,
      lib: { entry: path("preload.ts"), formats: ["cjs"], fileName: () => "preload.cjs" },
    },
  },
})
