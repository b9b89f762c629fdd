import { readFileSync } from "node:fs"
import { InferenceSession, Tensor } from "onnxruntime-node"
import { expect, it } from "vitest"
import { folded } from "../../electron/engine/ocr/ppocr/fold.ts"
import { recognitionModel } from "../../electron/engine/ocr/ppocr/models.ts"
import { withNodes } from "../../electron/engine/ocr/ppocr/onnx.ts"

const model = readFileSync(recognitionModel)

const operations = (bytes: Uint8Array): string[] => {
  const found: string[] = []
  withNodes(bytes, (nodes) => {
    found.push(...nodes.map(({ op }) => op))
    return nodes
  })
  return found
}

const [height, width] = [48, 96]
/** Strokes of black on white, of many sizes. */
const picture = Float32Array.from({ length: 3 * height * width }, (_, i) => {
  const [x, y] = [i % width, Math.floor(i / width) % height]
  return (x * (y % 7) + y * y) % 23 < 9 && y > 8 && y < 40 ? -0.9 : 0.95
})

async function answer(bytes: Uint8Array): Promise<Float32Array> {
  const session = await InferenceSession.create(bytes, { intraOpNumThreads: 1 })
  const input = new Tensor("float32", picture, [1, 3, height, width])
  const output = await session.run({ [session.inputNames[0]!]: input })
  return output[session.outputNames[0]!]!.data as Float32Array
}

it("[O82] the model with its single numbers put into its weights answers as before, in fewer steps", async () => {
  const [before, after] = await Promise.all([answer(model), answer(folded(model))])
  expect(after.length).toBe(before.length)
  expect(Math.max(...after.map((value, i) => Math.abs(value - before[i]!)))).toBeLessThan(1e-4)
  const steps = (bytes: Uint8Array) => operations(bytes).filter((op) => op !== "Constant" && op !== "Conv").length
  expect(steps(folded(model))).toBeLessThan(0.7 * steps(model))
})

it("[O82] what does not stand so is left as it is", () => {
  const once = folded(model)
  expect(Buffer.compare(folded(once), once)).toBe(0)
})
