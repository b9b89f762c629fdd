// Fields as one line of text.
import type { Byline, Caption } from "../model/article.ts"

/** `记者 甲 乙　通讯员 丙`; null where nobody is named. */
export function bylineText(bylines: Byline[]): string | null {
  if (!bylines.length) return null
  const groups: { role: string | null; names: string[] }[] = []
  for (const { name, role } of bylines) {
    const open = groups.at(-1)
    if (open && open.role === role) open.names.push(name)
    else groups.push({ role, names: [name] })
  }
  return groups.map(({ role, names }) => [...(role ? [role] : []), ...names].join(" ")).join("　")
}

export const captionText = ({ text, credit }: Caption): string => (credit ? `${text}（${credit} 摄）` : text)
