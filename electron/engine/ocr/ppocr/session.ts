// The recognition model in memory. The runtime is native code that not every system has: it is loaded when first wanted.
import { readFile } from "node:fs/promises"
import type { InferenceSession, Tensor } from "onnxruntime-node"
import { AppError } from "../../../../shared/errors.ts"
import { folded } from "./fold.ts"
import { recognitionModel } from "./models.ts"

/** Probabilities by time step and class. */
export interface Output {
  data: Float32Array
  steps: number
  classes: number
}

export interface Session {
  /** `pixels` are a picture's three planes, each from -1 (black) to 1. */
  run(pixels: Float32Array, height: number, width: number): Promise<Output>
}

/** Fails with `engine-missing` where the runtime cannot be loaded. */
export async function openSession(): Promise<Session> {
  const runtime = await import("onnxruntime-node").catch((cause) => {
    throw Object.assign(new AppError("engine-missing", { engine: "ppocr" }), { cause: String(cause) })
  })
  const session = await runtime.InferenceSession.create(folded(await readFile(recognitionModel)), {
    intraOpNumThreads: 1,
    // A plan of the memory is kept for every width that was ever met.
    enableMemPattern: false,
  })
  return {
    run: (pixels, height, width) => run(session, new runtime.Tensor("float32", pixels, [1, 3, height, width])),
  }
}

async function run(session: InferenceSession, input: Tensor): Promise<Output> {
  const answer = await session.run({ [session.inputNames[0]!]: input })
  const { data, dims } = answer[session.outputNames[0]!]!
  const [, steps, classes] = dims as [number, number, number]
  return { data: data as Float32Array, steps, classes }
}
