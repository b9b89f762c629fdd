// What each command does at this moment. Whatever is on the screen provides its own; the newest provider counts. A command
// that nobody provides is not there: no menu shows it and its keys are left to the browser.
import { type CommandId, commandIds } from "../../shared/commands/table.ts"
import { makeStore, type Store } from "./store.ts"

export interface Doing {
  run(): void
  /** Left out: always. Asked when a menu opens or a key is pressed, not watched. */
  enabled?(): boolean
  /** For what can be on or off. */
  checked?(): boolean
}

export type Provided = Partial<Record<CommandId, Doing>>

export interface Commands {
  /** Counts up whenever a provider comes or goes. */
  changes: Store<number>
  /** Takes part until the returned function is called. */
  provide(provided: Provided): () => void
  /** What the command does now; null where nobody provides it. */
  find(id: CommandId): Doing | null
  /** Ids that somebody provides, in the order of the table. */
  provided(): CommandId[]
  /** Runs the command if it is provided and enabled; says whether it was. */
  run(id: CommandId): boolean
}

export function makeCommands(): Commands {
  const changes = makeStore(0)
  let providers: readonly Provided[] = []
  const change = (next: readonly Provided[]) => {
    providers = next
    changes.change((count) => count + 1)
  }
  const find = (id: CommandId): Doing | null => providers.findLast((one) => one[id])?.[id] ?? null
  return {
    changes,
    find,
    provide: (provided) => {
      change([...providers, provided])
      return () => change(providers.filter((one) => one !== provided))
    },
    provided: () => commandIds.filter((id) => find(id) !== null),
    run: (id) => {
      const doing = find(id)
      if (!doing || doing.enabled?.() === false) return false
      doing.run()
      return true
    },
  }
}
