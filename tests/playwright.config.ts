import { defineConfig } from "@playwright/test"
import { findChromium } from "./support/chromium.ts"

export default defineConfig({
  testDir: "e2e",
  testMatch: "*.e2e.ts",
  timeout: 120_000,
  workers: 1,
  reporter: "list",
  outputDir: "../test-results",
  use: {
    locale: "zh-CN",
    viewport: { width: 1280, height: 800 },
    launchOptions: {
      executablePath: findChromium(),
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
    },
  },
})
