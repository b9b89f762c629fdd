// A thread that reads nothing and misbehaves on request: the picture's width says how.
import { parentPort, threadId } from "node:worker_threads"

const faults: Record<number, (id: number) => void> = {
  1: (id) => parentPort?.postMessage({ id, decoded: { glyphs: [], starts: new Set([threadId]) } }),
  2: (id) =>
    parentPort?.postMessage({ id, failed: { code: "engine-missing", detail: { engine: "ppocr" } }, cause: "gone" }),
  3: () => {
    throw new Error("broken")
  },
}

parentPort?.on("message", ({ id, image }: { id: number; image: { width: number } }) => faults[image.width]?.(id))
