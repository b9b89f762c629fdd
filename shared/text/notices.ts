// Notices and advertisements by their titles and lines: they belong to no article.

const longest = 80

/** Words that make a notice of whatever stands before them. */
const kinds =
  "公告|公示|通告|启事|啟事|啓事|声明|聲明|更正|更正启事|致歉|讣告|訃告|讣闻|訃聞|布告|佈告|告示|停电信息|停电通知|停电通告|停水通知|停水信息|停气通知|招标信息|拍卖信息|招租信息|招聘信息|中标结果|分类广告|分類廣告|法院公告"
/** Words that are a notice when they stand alone, or after the name of who gives it. */
const bare =
  "拍卖|拍賣|招聘|诚聘|急聘|招标|招標|投标|招租|出租|出售|求购|转让|轉讓|挂失|掛失|遗失|遺失|作废|寻人|尋人|征稿|徵稿|征婚|徵婚|广告|廣告|注销|吸收合并|鸣谢|鳴謝"
const giver =
  "公司|集团|银行|大学|学院|学校|中学|小学|幼儿园|医院|中心|局|厅|部|厂|店|委|办|处|馆|所|站|社|院|协会|商会|超市|酒店|宾馆|法院|政府|居委会|村委会"

const title = new RegExp(
  String.raw`^(?:[\p{Script=Han}\d“”《》〈〉·、\-—（）()\w]{0,40}?(?:${kinds})|(?:[\p{Script=Han}·（）()]{2,24}(?:${giver}))?(?:${bare})(?:专栏|信息|消息|专版)?)(?:[（(].{1,14}[）)]|第?[一二三四五六七八九十\d]{1,3}号)?$`,
  "u",
)
/** What happens to a notice is news: `外交部发表声明`, `我市发布禁放公告`. */
const news =
  /发布|发表|發表|發佈|公布|出台|下发|印发|张贴|張貼|启动|举行|开启|出炉|迎来|收到|撤销|违反|回应|联合|刊登|引发|热议|读懂|看懂|首个|首次|一则|一纸|这份|别把|莫让|[？！?!，。：]/u

/** Whether a line is the title of a notice or an advertisement. A headline that speaks of one is not. */
export const noticeTitle = (text: string): boolean => {
  if (text.length > longest) return false
  const line = text
    .trim()
    .replace(/\s+/gu, "")
    .replace(/^[【〔［[■●▲★]+|[】〕］\]]+$/gu, "")
  return [...line].length <= 36 && !news.test(line) && title.test(line)
}

const phone =
  /(?<!\d)(?:0\d{2,3}[-－—\s]?\d{7,8}|1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}|[48]00[-－\s]?\d{3,4}[-－\s]?\d{3,4})(?!\d)/u
const contact =
  /(?:电话|電話|热线|手机|传真|微信|QQ|邮箱|E-?mail|网址|联系人|联络人|地址|地點|地点|报名处|邮编)\s*[：:]\s*\S/iu
const offer =
  /(?:订购|订票|预订|预约|咨询|报名|加盟|招商|销售|服务|租售|抢购|订报|售楼|洽谈)(?:电话|热线|地址|专线)|仅售|特价|原价|现价|惊爆价|优惠价|一口价|零售价|全国包邮|买[一二三\d]送[一二三\d]|[¥￥]\s?\d|\d元\s?起|均价\d|每盒\d|定价\s?[：:]/u

/** Whether a line can only be an advertisement's or a notice's: how to reach who gives it, and for how much. */
export function advertisementLine(text: string): boolean {
  const line = text.trim()
  if (!line || line.length > longest || /[。；！？”]$|[，。].*[，。]/u.test(line)) return false
  if (contact.test(line)) return true
  return offer.test(line) ? /\d/u.test(line) : phone.test(line) && line.length <= 40
}
