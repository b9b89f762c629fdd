// The page is built to out/renderer: files only, so that it runs under `script-src 'self'; style-src 'self'`.
import { fileURLToPath } from "node:url"
import react from "@vitejs/plugin-react"
import { defineConfig } from "vite"

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "./",
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL("../out/renderer", import.meta.url)),
    emptyOutDir: true,
    target: "es2023",
    // Newer than what `target` implies, so that light-dark() stays as it is written: the scan overrides its scheme.
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    // Nothing inline: a data: address or an inline script would be refused by the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    cssMinify: "lightningcss",
    // Served from this machine: one file of a megabyte is no wait.
    chunkSizeWarningLimit: 2000,
  },
})
