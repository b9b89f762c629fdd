import { expect, it } from "vitest"
import { factsInName, withKnown } from "../../electron/services/filenames.ts"
import { unknownPage } from "../../shared/model/page.ts"

const names: [name: string, newspaper?: string, date?: string, pageNumber?: string][] = [
  ["东湖日报_2026-05-12_03.tif", "东湖日报", "2026-05-12", "03"],
  ["东湖日报-20260512-A05版.jpg", "东湖日报", "2026-05-12", "A05"],
  ["东湖日报 2026年5月12日 第3版.png", "东湖日报", "2026-05-12", "3"],
  ["洪州晚报2026.05.12第A12版.tiff", "洪州晚报", "2026-05-12", "A12"],
  ["20260512_08.pdf", undefined, "2026-05-12", "08"],
  ["2026-05-12-b2.jpg", undefined, "2026-05-12", "B2"],
  ["2026-05-12 p4.jpg", undefined, "2026-05-12", "4"],
  ["人民日报/2026-05-12_01.txt", undefined, "2026-05-12", "01"],
  ["东湖日报.tif", "东湖日报"],
  ["第4版.tif", undefined, undefined, "4"],
  ["scan0007.tif"],
  ["IMG_20260512.jpg", undefined, "2026-05-12"],
  ["IMG_1234.jpg"],
  ["120260512.jpg"],
  ["20261345.jpg"],
  ["page 3.txt"],
  ["扫描件.txt"],
  ["", undefined],
]

it.each(names)("[I1] a file's name says paper, day and page number: %s", (name, newspaper, date, pageNumber) => {
  expect(factsInName(name)).toEqual({
    ...(newspaper && { newspaper }),
    ...(date && { date }),
    ...(pageNumber && { pageNumber }),
  })
})

it("[I1] what the person said comes before the name, the name before the masthead", () => {
  const printed = { ...unknownPage, newspaper: "丙报", date: "2026-01-03", pageNumber: "3", section: "要闻" }
  const name = "东湖日报_2026-01-02_2.tif"
  expect(withKnown(printed, name, { newspaper: "甲报", date: "2026-01-01", pageNumber: "1" })).toMatchObject({
    newspaper: "甲报",
    date: "2026-01-01",
    pageNumber: "1",
    section: "要闻",
  })
  expect(withKnown(printed, name, { newspaper: "" })).toMatchObject({ newspaper: "东湖日报", date: "2026-01-02" })
  expect(withKnown({ ...printed, pageNumber: "4" }, "东湖日报_2026-01-02_03.tif", {}, 2)).toMatchObject({
    date: "2026-01-02",
    pageNumber: "4",
  })
  expect(withKnown(printed, "scan.tif", {})).toEqual(printed)
})
