// jiaoyang.articles, version 1: everything, for other programs. One object on one line.
import type { Exporter } from "./exporter.ts"

export const json: Exporter = {
  id: "json",
  extension: "json",
  mime: "application/json",
  write: (file) => `${JSON.stringify(file)}\n`,
}
