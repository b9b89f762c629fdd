// A thread of its own with the model in it: it is sent pictures and answers what they say. The runtime computes while its
// caller waits, so that one thread reads one picture at a time.
import { parentPort } from "node:worker_threads"
import { type Failure, failure } from "../../../../shared/errors.ts"
import type { Grey } from "../../image/grey.ts"
import { type Decoded, decodePicture } from "./decode.ts"
import { readLetters } from "./letters.ts"
import { openSession, type Session } from "./session.ts"

export interface ThreadRequest {
  id: number
  image: Grey
}

export type ThreadAnswer = { id: number; decoded: Decoded } | { id: number; failed: Failure; cause: string }

/** Widths are rounded up to this, so that few sizes of memory are asked for; the model itself works in steps of 8. */
const widthStep = 16

const letters = readLetters()
const opening = openSession()
// Who asks first hears of it.
opening.catch(() => {})

async function read(image: Grey, session: Session): Promise<Decoded> {
  const width = Math.ceil(image.width / widthStep) * widthStep
  const output = await session.run(planes(image, width), image.height, width)
  return decodePicture(output, letters, width / image.width)
}

/** The same grey three times, one for each colour; what is beyond the picture is neither black nor white. */
function planes({ data, width, height }: Grey, stride: number): Float32Array {
  const plane = stride * height
  const pixels = new Float32Array(3 * plane)
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0, at = y * stride; x < width; x++, i++, at++) pixels[at] = data[i]! / 127.5 - 1
  pixels.copyWithin(plane, 0, plane)
  pixels.copyWithin(2 * plane, 0, plane)
  return pixels
}

parentPort?.on("message", async ({ id, image }: ThreadRequest) => {
  let answer: ThreadAnswer
  try {
    answer = { id, decoded: await read(image, await opening) }
  } catch (error) {
    const cause = error instanceof Error && error.cause ? error.cause : error
    answer = { id, failed: failure(error), cause: String(cause) }
  }
  parentPort?.postMessage(answer)
})
