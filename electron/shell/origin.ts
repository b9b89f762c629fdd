// The page's address in the window. Its scheme is ours, so that no other program's page has the same origin.
export const scheme = "jiaoyang"
export const origin = `${scheme}://app`

/** Of a scheme of one's own `URL.origin` is "null" outside the window: the parts are compared instead. */
export function isOurs(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && url.protocol === `${scheme}:` && url.host === "app"
}
