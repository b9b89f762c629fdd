// A typed client over any transport. The transport knows no call by name.
import { type CallName, type EventData, type EventName, events, type Output, type Request } from "./contract.ts"
import { type Reply, unwrap } from "./errors.ts"

export interface Transport {
  send(name: string, input: unknown): Promise<Reply>
  /** Listens until the returned function is called. */
  subscribe(listener: (name: string, data: unknown) => void): () => void
}

export interface Client {
  call<N extends CallName>(name: N, input: Request<N>): Promise<Output<N>>
  on<N extends EventName>(name: N, listener: (data: EventData<N>) => void): () => void
}

export function makeClient(transport: Transport): Client {
  return {
    call: async (name, input) => unwrap((await transport.send(name, input)) as Reply<never>),
    on: (name, listener) =>
      transport.subscribe((said, data) => {
        if (said !== name) return
        const parsed = events[name].safeParse(data)
        if (parsed.success) listener(parsed.data as EventData<typeof name>)
      }),
  }
}
