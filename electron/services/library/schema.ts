// The library's tables as kysely sees them. JSON columns are text; times are ISO 8601 in UTC.
import type { Generated } from "kysely"

export interface Tables {
  meta: { key: string; value: string }
  scan: { sha256: string; extension: string; bytes: number; created_at: string }
  page: {
    id: string
    newspaper: string | null
    date: string | null
    weekday: string | null
    page_number: string | null
    section: string | null
    editors: string
    printed: string | null
    state: string
    scan_sha256: string
    page_index: number
    source_name: string
    width: number | null
    height: number | null
    headlines: string
    revision: number
    created_at: string
    updated_at: string
  }
  recognition: { id: string; page_id: string; engine: string; version: string; body: string; created_at: string }
  document: {
    id: string
    page_id: string
    /** The newest one; recognitions before it stay. */
    recognition_id: string
    ledger: string
    /** What was composed from that recognition without anybody's work; null where that is the first snapshot. */
    base: string | null
    /** Places where that recognition and a person said different things. */
    conflicts: Generated<string>
    created_at: string
  }
  snapshot: { document_id: string; version: number; shape: number; body: string }
  step: {
    document_id: string
    version: number
    client_id: string
    client_seq: number
    steps: string
    hash: string
    created_at: string
  }
  batch: { id: string; options: string; created_at: string }
  item: {
    id: Generated<number>
    batch_id: string
    path: string
    name: string
    state: string
    error: string | null
    page_id: string | null
  }
  article: {
    id: Generated<number>
    page_id: string
    article_id: string
    position: number
    headline: string
    text: string
  }
  indexed: { page_id: string; version: number }
}
