// Where a host listens: a port of 127.0.0.1 for a browser, or a socket for the window. The socket lies in a folder that only
// this user can open, so that what comes through it may name files; the token is wanted all the same.
import { rm } from "node:fs/promises"
import type { AddressInfo } from "node:net"
import { type Door, type DoorParts, makeDoor } from "./door.ts"
import type { Listen } from "./orders.ts"

export interface Listening {
  /** The same as was asked for, with the port that was free. */
  listen: Listen
  close: Door["close"]
}

const started = ({ server }: Door, where: { port: number; host: string } | { path: string }): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", reject)
    server.listen(where, resolve)
  })

export async function listenAt(listen: Listen, parts: DoorParts): Promise<Listening> {
  if ("socket" in listen) {
    const door = makeDoor(parts, { names: () => ["jiaoyang"], paths: true })
    // A host that was killed leaves its socket behind.
    if (process.platform !== "win32") await rm(listen.socket, { force: true })
    await started(door, { path: listen.socket })
    return { listen, close: door.close }
  }
  const door = makeDoor(parts, {
    names: () => ["127.0.0.1", "localhost", "[::1]"].map((name) => `${name}:${portOf(door)}`),
    paths: false,
  })
  await started(door, { port: listen.port, host: "127.0.0.1" })
  return { listen: { port: portOf(door) }, close: door.close }
}

const portOf = ({ server }: Door): number => (server.address() as AddressInfo).port
