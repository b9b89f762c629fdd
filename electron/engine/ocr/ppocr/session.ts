// The recognition model in memory. The runtime is native code that not every system has: it is loaded when first wanted.
import type { InferenceSession, Tensor } from "onnxruntime-node"
import { AppError } from "../../../../shared/errors.ts"
import { recognitionModel } from "./models.ts"

const threads = 2

/** Probabilities by picture, time step and class. */
export interface Output {
  data: Float32Array
  pictures: number
  steps: number
  classes: number
}

export interface Session {
  /** `pixels` are pictures of one size with three planes each, from -1 (black) to 1. */
  run(pixels: Float32Array, pictures: number, height: number, width: number): Promise<Output>
  close(): Promise<void>
}

/** Fails with `engine-missing` where the runtime cannot be loaded. */
export async function openSession(): Promise<Session> {
  const runtime = await import("onnxruntime-node").catch((cause) => {
    throw Object.assign(new AppError("engine-missing", { engine: "ppocr" }), { cause: String(cause) })
  })
  const session = await runtime.InferenceSession.create(recognitionModel, {
    intraOpNumThreads: threads,
    // Threads that wait by spinning take the time of whatever else runs.
    extra: { session: { intra_op: { allow_spinning: "0" } } },
  })
  return {
    run: (pixels, pictures, height, width) =>
      run(session, new runtime.Tensor("float32", pixels, [pictures, 3, height, width])),
    close: () => session.release(),
  }
}

async function run(session: InferenceSession, input: Tensor): Promise<Output> {
  const answer = await session.run({ [session.inputNames[0]!]: input })
  const { data, dims } = answer[session.outputNames[0]!]!
  const [pictures, steps, classes] = dims as [number, number, number]
  return { data: data as Float32Array, pictures, steps, classes }
}
