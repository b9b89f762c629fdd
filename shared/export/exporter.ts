// One file a format out; each turns a page's clean articles into one text.
import type { ArticlesFile } from "../model/article.ts"
import { json } from "./json.ts"
import { markdown } from "./markdown.ts"
import { plaintext } from "./plaintext.ts"

export interface Exporter {
  id: "json" | "txt" | "md"
  extension: string
  mime: string
  /** Pure; the text ends with a line feed. */
  write(file: ArticlesFile): string
}

export const exporters: readonly Exporter[] = [json, plaintext, markdown]

export const exporterFor = (id: string): Exporter | undefined => exporters.find((exporter) => exporter.id === id)
