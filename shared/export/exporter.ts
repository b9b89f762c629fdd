// What every format out has to offer.
import type { ArticlesFile } from "../model/article.ts"

export interface Exporter {
  id: "json" | "txt" | "md"
  extension: string
  mime: string
  /** Pure; the text ends with a line feed. */
  write(file: ArticlesFile): string
}
