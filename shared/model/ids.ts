// Ids are short random strings; the random source is an argument, so that the same input can give the same document.

/** Bytes to make ids from: `crypto.getRandomValues` in the host, a counter in tests. */
export type RandomBytes = (count: number) => Uint8Array

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz"

/** Sixteen characters of Crockford's base 32, 80 bits. */
export function makeId(random: RandomBytes): string {
  let id = ""
  for (const byte of random(16)) id += alphabet[byte & 31]
  return id
}
