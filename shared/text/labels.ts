// Column labels (栏目): 今日谈, 百姓茶座, 记者手记. A label names the column that an article stands in, every day the same;
// it is neither kicker nor headline.

/** Labels that are nothing else. */
const known = new Set(
  (
    "今日谈 社论 社評 社论选 短评 时评 微评 快评 锐评 热评 述评 来论 评论 本报评论 本报社论 代论 专论 星期评论 时事述评 国际述评 每周评论 言论 杂谈 漫谈 随笔 杂感 札记 小言论 编辑部文章 评论员观察 " +
    "记者手记 记者观察 记者调查 记者来信 记者探访 采访札记 采访手记 一线手记 蹲点日记 驻村日记 基层见闻 一线见闻 新春走基层 新春见闻 走基层 新闻调查 新闻观察 新闻链接 新闻背景 新闻分析 新闻特写 新闻人物 新闻追踪 新闻速递 新闻眼 " +
    "百姓茶座 百姓话题 百姓故事 百姓心声 读者来信 读者之声 读者信箱 来信选登 群众来信 群众呼声 回音壁 曝光台 舆论监督 民生热线 市民热线 市长信箱 权威发布 权威访谈 政策解读 特别报道 特别策划 特别关注 深度报道 独家报道 本报专访 专访 特稿 特写 通讯 " +
    "短讯 简讯 快讯 一句话新闻 国际时评 时事评论 经济观察 经济随笔 财经观察 热点聚焦 热点透视 焦点访谈 今日关注 今日论语 今日快评 今日看台 今日论坛 人民论坛 思想纵横 学习园地 理论学习 街谈巷议 街谈巷語 三言两语 大家谈 众议厅 有话直说 一家之言 百家争鸣 " +
    "文史杂谈 灯下漫笔 域外见闻 旅途随感 生活小记 小小说 连载 书评 影评 副刊 每周一歌 光荣榜 红黑榜 道德模范 身边好人 凡人善举 感动人物 时代楷模 最美人物 " +
    "時評 短評 社論 專論 代論 星期論文 時事述評 讀者來信 讀者信箱 記者手記 街談巷議 小言論 隨筆 雜談 簡訊 特寫 專訪 通訊 來論 今日談"
  ).split(" "),
)

const endings =
  /(?:谈|谭|谈话录|评|论坛|观察|观察家|札记|聚焦|快评|时评|短评|微评|锐评|茶座|茶馆|茶话|视点|视角|视线|走笔|絮语|漫笔|随笔|手记|见闻|见闻录|走基层|来信|信箱|夜话|絮谈|纵横|广角|之窗|之声|会客厅|面对面|直通车|回音壁|一席谈|龙门阵|论语|评弹|圆桌|讲堂|课堂|書簡|茶話|隨筆|雜談|漫談|論壇|觀察|時評|短評|信箱)$/u
/** What four characters end with that are a label. */
const quarter =
  /^\p{Script=Han}{2}(?:人物|小品|话题|蹲点|帮办|帮忙|调查|特写|热线|连线|动态|速递|聚焦|风采|故事|镜头|现场|一线|在线|关注|发布|追踪|探访|寻访|记忆|风物|提醒|贴士|快讯|资讯|博览|瞭望|传真|掠影|文苑|书架|科普|解读|问答|说法|维权|行情|赛场|体坛|影视|田野|教坛|日志|档案|剪影)$/u
/** What ends like a label and says that something is done, or what it is like. */
const sentence =
  /(?:座谈|约谈|洽谈|商谈|会谈|交谈|面谈|恳谈|详谈|笑谈|美谈|空谈|和谈|好评|测评|考评|差评|获评|参评|批评|点评|讲评|互评|被评|研讨|召开|举行|开讲|进|走进|来到|在|的|了|被|将|获|受|让|把|为|是|请|看|写|读|再|共|首|我市|全省|全市|全国|受邀)/u
const brackets = /^(?:【(.+)】|〔(.+)〕|［(.+)］|\[(.+)\]|「(.+)」|■\s*(.+)|●\s*(.+)|◎\s*(.+))$/u

/** Whether a line that stands alone is the label of a column: two to eight characters, in brackets any of them. */
export function columnLabel(text: string): boolean {
  const line = text.trim()
  if (line.length > 40) return false
  const inside = brackets.exec(line)
  const words = (inside?.slice(1).find(Boolean) ?? line).replace(/\s+/gu, "").replace(/[①-⑳]$/u, "")
  if (!/^[\p{Script=Han}·]{2,8}$/u.test(words)) return false
  if (known.has(words)) return true
  if (/^[【〔［[]/u.test(line)) return !sentence.test(words)
  if (quarter.test(words) && !sentence.test(words)) return true
  return [...words].length >= 3 && endings.test(words) && !sentence.test(words.slice(0, -1)) && !sentence.test(words)
}
