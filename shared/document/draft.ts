// What composing a page works on: its lines by id, and the seams proposed so far.
import type { Line, LineId } from "../model/recognition.ts"
import type { SeamProposal } from "../model/seam.ts"

export interface Draft {
  lines: ReadonlyMap<LineId, Line>
  seams: SeamProposal[]
}
