// PDF text layers can hold radicals and compatibility characters in place of characters. Kangxi radicals (U+2F00) and
// compatibility ideographs (U+F900, U+2F800) have mappings in Unicode; those of the supplement (U+2E80 to U+2EF3) are
// listed here with the character that they print as (Unicode EquivalentUnifiedIdeograph, the nearest common one).
import { patternRule, type Rule } from "../edit.ts"

const first = 0x2e80
/** In the order of the supplement; "-" where there is none. */
const supplement =
  "-厂乛乚乙亻冂几刀刂卜㔾小小兀尣尢尢巳幺彑彐忄㣺扌攵-旡日月歺母民氵氺灬爫爫丬牛犭王疋目示礻竹糸纟罓罒㓁罓罒羊羊羊耂" +
  "肀聿肉臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶阝钅長镸长门阜阝雨青韦页风飞食飠飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟"

const nearest = (char: string): string => {
  const found = supplement[(char.codePointAt(0) ?? 0) - first]
  return found && found !== "-" ? found : char
}

export const radicals: Rule = patternRule("radical", /[\u2e80-\u2ef3]|[\u2f00-\u2fdf]/gu, (char) =>
  char < "\u2f00" ? nearest(char) : char.normalize("NFKC"),
)

export const compatibility: Rule = patternRule("compatibility", /[\uf900-\ufaff]|[\u{2f800}-\u{2fa1f}]/gu, (char) =>
  char.normalize("NFC"),
)

/** Zero-width spaces, joiners and soft hyphens print nothing. */
export const invisible: Rule = patternRule("invisible", /[\u00ad\u200b-\u200f\u2060\ufeff]+/gu, () => "")
