import { defineConfig } from "@playwright/test"
import { findChromium } from "./support/chromium.ts"

export default defineConfig({
  testDir: "e2e",
  testMatch: "*.e2e.ts",
  timeout: 240_000,
  workers: 1,
  reporter: "list",
  outputDir: "../test-results",
  use: {
    locale: "zh-CN",
    viewport: { width: 1280, height: 800 },
    launchOptions: {
      executablePath: findChromium(),
      // Without a UTF-8 locale Chromium calls every file with a Chinese name "download".
      env: { ...process.env, LANG: "C.UTF-8", LC_ALL: "C.UTF-8" },
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
    },
  },
})
