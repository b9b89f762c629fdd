import { expect, it } from "vitest"
import { jumpsOf } from "../../electron/services/jumps.ts"
import type { Library } from "../../electron/services/library/library.ts"
import { printText } from "../support/print.ts"
import { addComposed, aLibrary } from "./kit.ts"

const ferry = [
  "渡口的老艄公说，江上的雾一年比一年薄，摆渡的人却一年比一年少，只有清早过江卖菜的还等他的船。",
  "雾最浓的那些年，渡口一天要开四十班船，码头上的茶摊从天不亮开到半夜，如今茶摊只剩一张桌子。",
  "他算过，四十年里他在江上走的路，够绕着江城走上三千圈。（下转第3版）",
]
const more = [
  "（上接第1版）老艄公把桨递给徒弟，说渡口不会没有摆渡的人，江上的雾散了，船就该开了，卖菜的也该过江了。",
  "徒弟把茶摊的那张桌子擦了又擦，他说等到新码头建成，茶摊要添到四张桌子，夜里也点灯。",
]

const put = (library: Library, [headline, ...paragraphs]: string[], pageNumber: string, date = "2026-05-12") =>
  addComposed(library, `${printText(headline ?? "", paragraphs, 14)}\n`, { newspaper: "东湖日报", date, pageNumber })

it("[I10] the halves of a story name one another over the pages of their issue, and of no other issue", async () => {
  const library = await aLibrary()
  const one = await put(library, ["雾里摆渡四十年", ...ferry], "01")
  const other = await put(library, ["老渡口有了新徒弟", ...more], "03", "2026-05-13")
  expect(await jumpsOf(library, one)).toEqual({ jumps: [] })
  expect(await jumpsOf(library, other)).toEqual({ jumps: [] })
  const three = await put(library, ["老渡口有了徒弟", ...more], "03")
  const half = (pageId: string, pageNumber: string, headline: string) => ({
    jumps: [{ articleId: "a1", pageId, pageNumber, target: "a1", headline, sure: true }],
  })
  expect(await jumpsOf(library, one)).toEqual(half(three, "03", "老渡口有了徒弟"))
  expect(await jumpsOf(library, three)).toEqual(half(one, "01", "雾里摆渡四十年"))
})
