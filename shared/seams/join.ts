// How two lines of one paragraph are put together: as they are, with a space, or without the printed hyphen. The first
// rule that has something to say says it.
import { forbiddenEnd, forbiddenStart, openBrackets } from "../text/han.ts"
import { abbreviations } from "./joins/abbreviations.ts"
import { addresses } from "./joins/addresses.ts"
import { hyphens } from "./joins/hyphens.ts"
import { latin } from "./joins/latin.ts"
import { type Join, type JoinRule, joined, meet } from "./joins/meeting.ts"
import { numbers } from "./joins/numbers.ts"

const marks: JoinRule = ({ left, right }) => {
  if (forbiddenStart.test(right)) return joined("forbidden-start")
  if (forbiddenEnd.test(left)) return joined("forbidden-end")
  return openBrackets(left).length ? joined("bracket-open") : null
}

const rules: JoinRule[] = [addresses, numbers, hyphens, latin, abbreviations, marks]

/** How `a` and the line after it are joined, if they are. */
export function joinLines(a: string, b: string): Join {
  const meeting = meet(a, b)
  for (const rule of rules) {
    const join = rule(meeting)
    if (join) return join
  }
  return joined(null)
}
