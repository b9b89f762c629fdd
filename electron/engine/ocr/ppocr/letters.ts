// The model's alphabet: its classes are the blank, the lines of the dictionary and the space.
import { readFileSync } from "node:fs"
import { letterFile } from "./models.ts"

export const blank = 0

/** Text of every class; the blank's is empty. */
export const readLetters = (): string[] => [
  "",
  ...readFileSync(letterFile, "utf8")
    .replace(/\r?\n$/u, "")
    .split(/\r?\n/u),
  " ",
]
