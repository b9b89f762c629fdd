// No word on the console, no error and no violation of the content security policy is forgiven; a development build speaks
// there too.
import { expect, test } from "@playwright/test"

/** Holds every test of the file to it. Returns what the present test's page has said, for one that provokes it. */
export function forgiveNothing(): string[] {
  const complaints: string[] = []
  const kinds = ["error", "warning", "info"]
  test.beforeEach(({ page }) => {
    complaints.length = 0
    page.on("console", (message) => kinds.includes(message.type()) && complaints.push(message.text()))
    page.on("pageerror", (error) => complaints.push(String(error)))
  })
  test.afterEach(() => expect(complaints).toEqual([]))
  return complaints
}
