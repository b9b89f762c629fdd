// How lines meet where Latin letters, numbers or hyphens stand at their ends: 200 seams drawn by a fresh seed each time.
import { joinLines } from "../../shared/seams/join.ts"
import { randomFrom } from "../fixtures/press/random.ts"
import { drawSeam, seamKinds } from "../fixtures/seams/latinseams.ts"

const drawn = 200

export function benchSeams(): Promise<void> {
  const seed = Date.now() % 1_000_000
  const random = randomFrom(seed)
  const tally = new Map(seamKinds.map((kind) => [kind, { kind, seams: 0, right: 0 }]))
  const wrong: string[] = []
  for (let i = 0; i < drawn; i++) {
    const seam = drawSeam(seamKinds[i % seamKinds.length] as string, random)
    const { decision } = joinLines(seam.left, seam.right)
    const row = tally.get(seam.kind)
    if (row) row.seams++
    if (row && decision === seam.decision) row.right++
    else wrong.push(`${seam.left} ¦ ${seam.right}: ${decision} for ${seam.decision}`)
  }
  console.table([...tally.values()])
  for (const line of wrong) console.log(line)
  console.log(`seed ${seed}: ${drawn - wrong.length} of ${drawn} right`)
  return Promise.resolve()
}
