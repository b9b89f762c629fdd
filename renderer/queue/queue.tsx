// Imports: what is being sent, what is being read, what failed and why.
import { useSession, useWords } from "../state/session.ts"
import { useStore } from "../state/store.ts"
import { BatchCard } from "./batchcard.tsx"
import { ChooseFiles } from "./choose.tsx"
import { ImportCard } from "./importcard.tsx"
import { Options } from "./options.tsx"

export function Queue() {
  const { imports, sending } = useSession()
  const { words } = useWords()
  const list = useStore(imports.store, (now) => now.imports)
  const batches = useStore(sending.store)
  return (
    <main className="queue" data-pane="queue" tabIndex={-1} aria-label={words.queue}>
      <section className="queue-new" aria-label={words.importPages}>
        <h1>{words.importPages}</h1>
        <ChooseFiles />
        <p className="muted">{words.orDrop}</p>
        <Options />
      </section>
      {batches.map((batch) => (
        <BatchCard key={batch.id} batch={batch} />
      ))}
      {list.map((one, at) => (
        <ImportCard key={one.id} summary={one} startOpen={at === 0 || one.state === "running"} />
      ))}
      {list.length === 0 && batches.length === 0 && <p className="muted">{words.noImports}</p>}
    </main>
  )
}
