// What a machine can find of obstacles for people who do not see, or use no mouse.
import AxeBuilder from "@axe-core/playwright"
import { expect, type Page } from "@playwright/test"

/** Holds what the page shows now to WCAG 2.2 AA and to axe's best practices. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  // Colours are judged when they have come to rest.
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)))
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze()
  const said = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.html.slice(0, 200)}`),
  )
  expect(said).toEqual([])
}
