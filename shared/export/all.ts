// The formats out, one file each.
import type { Exporter } from "./exporter.ts"
import { json } from "./json.ts"
import { markdown } from "./markdown.ts"
import { plaintext } from "./plaintext.ts"

export const exporters: readonly Exporter[] = [json, plaintext, markdown]

export const exporterFor = (id: string): Exporter | undefined => exporters.find((exporter) => exporter.id === id)
