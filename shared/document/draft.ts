// What composing a page works on: its lines by id, and the ledger that fills up.
import type { Line, LineId } from "../model/recognition.ts"
import type { Ledger } from "../model/seam.ts"

export interface Draft {
  lines: Map<LineId, Line>
  ledger: Ledger
}
