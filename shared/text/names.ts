// Chinese personal names, by shape: a surname and one or two more characters, or a transliterated name with a dot.

const single =
  "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐" +
  "费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁" +
  "杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚" +
  "程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶" +
  "幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别" +
  "庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋" +
  "沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公亓仉督岳帅缑亢况有琴商牟佘佴伯赏墨哈谯笪年爱阳佟肖闫付代岩覃苟尧鹿粟冼占信植麦战宾原" +
  "趙錢孫吳鄭馮陳衛蔣瀋韓楊許呂張孔嚴華謝鄒竇雲蘇範魯韋馬鳳費滕羅畢鄔樂時齊顧黃蕭貝計談龐紀項藍閔賈顏鍾駱樊盧莫經應單諸鈕龔陸榮儲" +
  "焦車寧厲劉龍葉黎賴喬聞黨譚貢勞鄺溫莊閻連習嘗饒沙豐關查紅遊權蓋況陽"
const double = [
  "欧阳",
  "司马",
  "上官",
  "诸葛",
  "夏侯",
  "东方",
  "皇甫",
  "尉迟",
  "公孙",
  "慕容",
  "令狐",
  "长孙",
  "宇文",
  "司徒",
  "南宫",
  "端木",
  "歐陽",
  "司馬",
  "諸葛",
]

const shape = /^\p{Script=Han}{2,4}$/u
const dotted = /^\p{Script=Han}{1,8}(?:·\p{Script=Han}{1,8})+$/u

/** Whether `word` can be a person's name. Says nothing of whether it is one. */
export function nameLike(word: string): boolean {
  if (dotted.test(word)) return true
  if (!shape.test(word)) return false
  const length = [...word].length
  if (double.includes(word.slice(0, 2))) return length >= 3
  return length <= 3 && single.includes(word[0] ?? "")
}

/** Words of a run of names; two single characters side by side are one name set apart (`张 鑫`). */
export function nameWords(text: string): string[] {
  const words = text.split(/[\s、，,／]+/u).filter(Boolean)
  const out: string[] = []
  for (let i = 0; i < words.length; i++) {
    const [word = "", next = ""] = [words[i], words[i + 1]]
    if ([...word].length === 1 && [...next].length === 1) {
      out.push(word + next)
      i++
    } else out.push(word)
  }
  return out
}
