// A clean article, as exporters take it and `convert --to json` prints it (format jiaoyang.articles, version 1).
import type { Box } from "../geometry/box.ts"
import type { PageFacts } from "./page.ts"
import type { Candidate } from "./recognition.ts"
import type { SeamDecision, SeamKind } from "./seam.ts"

export interface Byline {
  name: string
  /** 记者, 通讯员, 文, 图, 摄 …; null where none is printed. */
  role: string | null
}

/** A seam inside a block; `at` counts code points of the block's text. */
export interface BlockSeam {
  at: number
  kind: SeamKind
  decision: SeamDecision
  confidence: number
  reasons: string[]
}

/** A glyph worth a look; `at` counts code points of the block's text. */
export interface Suspect {
  at: number
  text: string
  candidates: Candidate[]
  score: number
}

export interface Block {
  type: "paragraph" | "heading" | "note"
  text: string
  seams: BlockSeam[]
  suspects: Suspect[]
}

export interface Caption {
  text: string
  credit: string | null
}

export interface Jump {
  direction: "to" | "from"
  page: string
  text: string
}

/** A seam between two blocks; `after` is the index of the block before it. */
export interface Break {
  after: number
  decision: SeamDecision
  confidence: number
  reasons: string[]
}

export interface Article {
  id: string
  column: string | null
  kicker: string | null
  headline: string | null
  subheadline: string | null
  bylines: Byline[]
  dateline: string | null
  body: Block[]
  captions: Caption[]
  jump: Jump | null
  breaks: Break[]
  regions: Box[]
}

export interface ArticlesFile {
  format: "jiaoyang.articles"
  version: 1
  source: {
    file: string
    sha256: string
    engine: string
    width: number | null
    height: number | null
    pageIndex: number
  }
  page: PageFacts
  articles: Article[]
  notices: { text: string }[]
  unplaced: { role: string; text: string }[]
  lines: { id: string; text: string; box: Box | null; score: number | null }[]
}
