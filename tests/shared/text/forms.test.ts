import { describe, expect, it } from "vitest"
import { bylineShape, type Named, parseByline, tailByline } from "../../../shared/text/bylines.ts"
import { captionShape, splitCaption } from "../../../shared/text/captions.ts"
import { findDateline } from "../../../shared/text/datelines.ts"
import { guideShape } from "../../../shared/text/guides.ts"
import { headJump, parseJump, tailJump } from "../../../shared/text/jumps.ts"
import { columnLabel } from "../../../shared/text/labels.ts"
import { mastheadShape, readMasthead, sectionIn } from "../../../shared/text/masthead.ts"
import { nameScore } from "../../../shared/text/names.ts"
import { findNote } from "../../../shared/text/notes.ts"
import { advertisementLine, noticeTitle } from "../../../shared/text/notices.ts"
import { findSender } from "../../../shared/text/senders.ts"

const said = (named: Named[] | null | undefined): string | null =>
  named?.map(({ name, role }) => (role ? `${role}:${name}` : name)).join(" ") ?? null

describe("bylines", () => {
  it.each<[text: string, shape: "marked" | "names" | null, named: string | null]>([
    ["（清泉 温如许）", "marked", "清泉 温如许"],
    ["□ 记者 温如许 通讯员 兰亭", "marked", "记者:温如许 通讯员:兰亭"],
    ["（资料图片）", null, null],
    ["（未完待续）", null, null],
    ["■ 记者 观察", null, null],
    ["记者 夜访 张家口", null, null],
  ])("[T30] beside a sure name: %s", (text, shape, named) => {
    expect(bylineShape(text)).toBe(shape)
    expect(said(parseByline(text))).toBe(named)
  })

  it.each<[text: string, shape: "marked" | "names" | null, named: string | null]>([
    ["本报记者 温如许 阮星河", "marked", "记者:温如许 记者:阮星河"],
    ["本报记者温如许阮星河", "marked", "记者:温如许 记者:阮星河"],
    ["记者温如许、阮星河", "marked", "记者:温如许 记者:阮星河"],
    ["▶ 温如许", "marked", "温如许"],
    ["□本报记者 温如许 通讯员 佘知秋", "marked", "记者:温如许 通讯员:佘知秋"],
    ["●温如许", "marked", "温如许"],
    ["文/图 温如许", "marked", "文/图:温如许"],
    ["文/温如许 图/佘知秋", "marked", "文:温如许 图:佘知秋"],
    ["温如许/文 佘知秋/摄", "marked", "文:温如许 摄:佘知秋"],
    ["（温如许口述　柏　青笔记）", "marked", "口述:温如许 笔记:柏青"],
    ["（洛水 章怀远）", "marked", "洛水 章怀远"],
    ["晚报记者/冷小满 文/图", "marked", "记者:冷小满"],
    ["本报记者 温如许 实习生 佘知秋 摄影报道", "marked", "记者:温如许 实习生:佘知秋"],
    ["本报记者　褚明远　欧阳　澜", "marked", "记者:褚明远 记者:欧阳澜"],
    ["特约评论员 温如许", "marked", "评论员:温如许"],
    ["本报评论员", "marked", "本报评论员"],
    ["（鹿门乡工作站 逄秀兰）", "marked", "逄秀兰"],
    ["張 鑫", "names", "張鑫"],
    ["张 鑫 李 萌", "names", "张鑫 李萌"],
    ["欧阳修文 司马明", "names", "欧阳修文 司马明"],
    ["曹明飞 李广涛 盛峰", "names", "曹明飞 李广涛 盛峰"],
    ["【記者溫如許／台北報導】", "marked", "記者:溫如許"],
    ["記者溫如許、佘知秋／花蓮、台東報導", "marked", "記者:溫如許 記者:佘知秋"],
    ["文/本报记者 时光", "marked", "记者:时光"],
    ["● 本报见习记者 花落", "marked", "记者:花落"],
    ["□秦川", "marked", "秦川"],
    ["□ 市第一医院主任医师 温如许", "marked", "温如许"],
    ["（谷雨生）", "names", "谷雨生"],
    ["费立群 上官云 郝峰", "names", "费立群 上官云 郝峰"],
    ["盛 夏 游子衿", "names", "盛夏 游子衿"],
    ["（读者 温如许）", "marked", "读者:温如许"],
    ["●看准人群", null, null],
    ["金融创新 云端送暖", null, null],
    ["高新技术 产业园区", null, null],
    ["本报读者来信", null, null],
    ["（据新华社）", null, null],
    ["公司 员工", null, null],
  ])("[T20] %s", (text, shape, named) => {
    expect([bylineShape(text), said(parseByline(text))]).toEqual([shape, named])
  })

  it.each<[text: string, tail: string | null]>([
    ["今年夺得第一。　张鑫", "张鑫"],
    ["今年夺得第一。（张鑫 李萌）", "张鑫 李萌"],
    ["今年夺得第一。（本报记者 张鑫）", "记者:张鑫"],
    ["晚上走夜路也亮堂。（东湖街道办事处 逄秀兰）", "逄秀兰"],
    ["今年夺得第一。（据新华社）", null],
    ["这是第一（张鑫）次", null],
    ["他叫张鑫。", null],
  ])("[T21] at the end of a text: %s", (text, tail) => {
    expect(said(tailByline(text)?.named)).toBe(tail)
  })

  it("[T22] names are likelier than words that begin like names", () => {
    for (const name of ["张鑫", "曹明飞", "亓小满", "欧阳修文"]) expect(nameScore(name)).toBeGreaterThan(0)
    for (const word of ["高兴", "金融", "方面", "成立"]) expect(nameScore(word)).toBeLessThan(0)
  })
})

it.each<[text: string, dateline: string | null, named: string | null, rest: string | null]>([
  ["本报讯（记者 温如许 通讯员 佘知秋）今年", "本报讯", "记者:温如许 通讯员:佘知秋", "今年"],
  ["本报洪州8月3日电（记者温如许）昨日", "本报洪州8月3日电", "记者:温如许", "昨日"],
  ["新华社洪州8月3日电　昨日", "新华社洪州8月3日电", null, "昨日"],
  ["据新华社电 昨日", "据新华社电", null, "昨日"],
  ["中央社南京二日電 外交部", "中央社南京二日電", null, "外交部"],
  ["本報南京專電 昨日", "本報南京專電", null, "昨日"],
  ["【本報訊】二手樓", "本報訊", null, "二手樓"],
  ["晚报讯（温如许）昨日", "晚报讯", "温如许", "昨日"],
  ["【上海訊】本市米價", "上海訊", null, "本市米價"],
  ["〔漢口航訊〕此間", "漢口航訊", null, "此間"],
  ["【大公報訊】記者溫如許報道：昨日", "大公報訊", "記者:溫如許", "昨日"],
  ["【本報重慶二日下午八時專電】市府", "本報重慶二日下午八時專電", null, "市府"],
  ["哈瓦斯社三日巴黎電　法政府", "哈瓦斯社三日巴黎電", null, "法政府"],
  ["【本報訊】〔特約記者　溫如許〕昨日", "本報訊", "記者:溫如許", "昨日"],
  ["（见图）市民", null, null, null],
  ["【论语】学而", null, null, null],
  ["本报读者日前来电", null, null, null],
  ["本报今起推出专栏", null, null, null],
  ["新华社昨日发表文章", null, null, null],
])("[T23] dateline: %s", (text, dateline, named, rest) => {
  const found = findDateline(text)
  expect([found?.text ?? null, said(found?.bracket?.named), found ? text.slice(found.end) : null]).toEqual([
    dateline,
    named,
    rest,
  ])
})

it.each<[text: string, named: string | null, rest: string | null]>([
  ["（中央社記者溫如許台北3日電）今天", "記者:溫如許", "今天"],
  ["〔記者溫如許／花蓮報導〕颱風", "記者:溫如許", "颱風"],
  ["【記者溫如許、阮星河／台北、台中連線報導】颱風", "記者:溫如許 記者:阮星河", "颱風"],
  ["【本報記者溫如許花蓮報導】颱風", "記者:溫如許", "颱風"],
  ["（記者 溫如許）昨日", null, null],
  ["（記者溫如許攝）", null, null],
])("[T60] sender: %s", (text, named, rest) => {
  const found = findSender(text)
  expect([said(found?.named), found ? text.slice(found.end) : null]).toEqual([named, rest])
})

it.each<[text: string, caption: string, credit: string | null]>([
  ["通车现场（法新社）", "通车现场", "法新社"],
  ["通车现场。人民视觉", "通车现场。", "人民视觉"],
  ["通車現場。圖／阮星河提供", "通車現場。", "阮星河"],
  ["通车现场　摄影 阮星河", "通车现场", "阮星河"],
  ["通车现场 ■阮星河摄", "通车现场", "阮星河"],
  ["▲通车现场。阮星河 摄", "通车现场。", "阮星河"],
  ["通车现场。（资料图）", "通车现场。（资料图）", null],
  ["新电梯首日运行。（本报记者 阮星河 摄）", "新电梯首日运行。", "阮星河"],
  ["通车现场　阮星河/摄", "通车现场", "阮星河"],
  ["图为通车现场。记者阮星河摄", "图为通车现场。", "阮星河"],
  ["通车现场 摄影：阮星河", "通车现场", "阮星河"],
  ["通车现场。新华社发（阮星河 摄）", "通车现场。", "阮星河"],
  ["通车现场（资料图片）", "通车现场（资料图片）", null],
  ["蕉農搶收。（記者阮星河攝）", "蕉農搶收。", "阮星河"],
  ["工人检查成品。哈敏摄", "工人检查成品。", "哈敏"],
  ["政务服务大厅", "政务服务大厅", null],
])("[T24] caption: %s", (text, caption, credit) => {
  expect(splitCaption(text)).toEqual({ text: caption, credit })
  expect(captionShape(text)).toBe(text !== "政务服务大厅")
})

it("[T25] jumps stand alone, or end or begin a text", () => {
  expect(
    ["下转第3版", "（下转第三版）", "下转A5版", "上接第1版", "下轉第三版"].map((text) => parseJump(text)?.page),
  ).toEqual(["3", "3", "A5", "1", "3"])
  expect([parseJump("接到通知"), parseJump("转了3版")]).toEqual([null, null])
  expect(tailJump("进一步推进（下转第3版）")).toEqual({ at: 5, jump: { direction: "to", page: "3" } })
  expect(headJump("（上接第一版）会议指出，")).toEqual({ end: 7, jump: { direction: "from", page: "1" } })
})

it("[T26] labels of columns, editors' notes, notices, guides and advertisements name themselves", () => {
  const count = (texts: string[], holds: (text: string) => unknown) => texts.filter((text) => holds(text)).length
  expect(count(["今日谈", "百姓茶座", "记者手记", "【一线见闻】", "社论", "园区人物"], columnLabel)).toBe(6)
  expect(count(["重庆高新区", "领导座谈", "我市召开座谈"], columnLabel)).toBe(0)
  expect([findNote("编者按：今起")?.end, findNote("【开栏的话】本报")?.end, findNote("编辑部的灯")]).toEqual([
    4,
    6,
    null,
  ])
  expect(count(["停气公告", "遗失声明", "关于实施停电检修的通告", "陳府治喪啟事"], noticeTitle)).toBe(4)
  expect(count(["市政府公告办结果出炉", "招聘会人气旺", "一则启事引出的故事"], noticeTitle)).toBe(0)
  expect(count(["联系电话：0571-88001122", "地址：东湖路8号", "他的电话是多少？"], advertisementLine)).toBe(2)
  expect(["今日导读", "石桥街道改造记……3版", "详见A5版", "全文共3版"].map(guideShape)).toEqual([
    "title",
    "entry",
    "entry",
    null,
  ])
})

it("[T27] what a masthead tells, in western and republican years", () => {
  expect(readMasthead("二〇二六年五月十二日").date).toBe("2026-05-12")
  expect(readMasthead("中華民國二十八年三月五日").date).toBe("1939-03-05")
  expect(readMasthead("第 2 版").pageNumber).toBe("2")
  expect(["壬申年七月初六", "市民热线 96500"].map(mastheadShape)).toEqual([true, true])
  expect(readMasthead("2026.05.12 周二")).toEqual({ date: "2026-05-12", weekday: "星期二" })
  expect([readMasthead("A5·城事").pageNumber, sectionIn("A5·城事")]).toEqual(["A5", "城事"])
  expect(readMasthead("责编/柏文舟 版式/祝小满").editors).toHaveLength(2)
  expect(mastheadShape("今年5月12日，东湖日报记者走进石桥街道，看老楼装上新电梯。")).toBe(false)
})

it("[T28] a hostile line of 100,000 characters is answered at once", () => {
  for (const unit of ["记者 ", "（本报", "。 张", "1 ", "下转第"]) {
    const text = unit.repeat(100_000 / unit.length)
    bylineShape(text)
    tailByline(text)
    findDateline(text)
    splitCaption(text)
    parseJump(text)
    readMasthead(text.slice(0, 60))
    noticeTitle(text)
    guideShape(text)
  }
}, 10_000)
