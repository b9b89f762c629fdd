// What arranging a page yields: its regions in reading order, and what was measured of each line on the way.
import type { PageFacts } from "../model/page.ts"
import type { LineId } from "../model/recognition.ts"
import type { Region } from "../model/region.ts"
import type { LineEvidence } from "../seams/evidence.ts"

export interface Arrangement {
  regions: Region[]
  /** For every line of a body region. */
  evidence: Map<LineId, LineEvidence>
  page: PageFacts
}
