// The text around a hit, cut where the hit begins and ends. Offsets count code points.

export function splitSnippet(snippet: string, from: number, to: number): [before: string, hit: string, after: string] {
  const points = Array.from(snippet)
  return [points.slice(0, from).join(""), points.slice(from, to).join(""), points.slice(to).join("")]
}
