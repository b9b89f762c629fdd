// What the pointer or the keyboard is on, in the text or on the scan: each pane lights its own side of it.
import { makeStore, type Store } from "./store.ts"

interface Lit {
  /** Key of a block of the text, as `blocks.ts` names it. */
  block: string | null
  /** The printed line itself. */
  line: string | null
  from: "text" | "scan"
  /** Whether the other pane should bring it into view: a click or the keyboard, not the passing pointer. */
  reveal: boolean
}

const nothingLit: Lit = { block: null, line: null, from: "text", reveal: false }

export interface Lights {
  store: Store<Lit>
  light(lit: Lit): void
  clear(): void
}

export function makeLights(): Lights {
  const store = makeStore<Lit>(nothingLit)
  return {
    store,
    light: (lit) =>
      store.change((now) =>
        now.block === lit.block && now.line === lit.line && now.from === lit.from && now.reveal === lit.reveal
          ? now
          : lit,
      ),
    clear: () => store.change((now) => (now.block || now.line ? nothingLit : now)),
  }
}
