// What parent and child say to each other, checked on both sides. Everything here is plain data.
import { z } from "zod"
import { FailureData } from "../../shared/model/failure.ts"
import { preparationSteps } from "../../shared/model/preparation.ts"

const path = z.string().min(1)
const pageIndex = z.number().int().min(0)

export const engines = ["auto", "ppocr", "tesseract"] as const
export type EngineName = (typeof engines)[number]

const Box = z.tuple([z.number(), z.number(), z.number(), z.number()])

/** Boxes of the scan, and the degrees that its page was found to be turned by when all of it was read. */
const PageRegion = z.object({ boxes: z.array(Box), turned: z.number().min(0).max(270).multipleOf(90) })
export type PageRegion = z.infer<typeof PageRegion>

export const Job = z.discriminatedUnion("op", [
  z.object({ op: z.literal("inspect"), path }),
  z.object({ op: z.literal("readText"), path }),
  z.object({ op: z.literal("readAlto"), path, pageIndex }),
  z.object({
    op: z.literal("recognize"),
    path,
    pageIndex,
    engine: z.enum(engines),
    script: z.enum(["hans", "hant", "auto"]),
    direction: z.enum(["auto", "horizontal", "vertical"]),
    /** Steps of preparation to leave out. */
    without: z.array(z.enum(preparationSteps)).optional(),
    /** Only what stands here is read. */
    region: PageRegion.optional(),
  }),
  z.object({ op: z.literal("preview"), path, pageIndex, width: z.number().int().min(16).max(8000), out: path }),
  /** `out` is the folder to be made. */
  z.object({ op: z.literal("tiles"), path, pageIndex, out: path }),
])
export type Job = z.infer<typeof Job>
export type Op = Job["op"]

export const Request = z.object({ id: z.number().int(), job: Job })
export type Request = z.infer<typeof Request>

const score = z.number().min(0).max(1)

const Glyph = z.object({
  text: z.string().min(1),
  box: Box,
  score,
  candidates: z.array(z.object({ text: z.string(), score })),
})

const Line = z.object({
  id: z.string(),
  text: z.string(),
  box: Box.nullable(),
  direction: z.enum(["horizontal", "vertical"]),
  score: score.nullable(),
  glyphs: z.array(Glyph).nullable(),
  gap: z.number(),
})

const Recognition = z.object({
  engine: z.object({ name: z.string(), version: z.string() }),
  width: z.number().nullable(),
  height: z.number().nullable(),
  lines: z.array(Line),
  shapes: z.array(z.object({ kind: z.enum(["rule", "frame", "picture", "ground"]), box: Box })),
  straight: z
    .tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number(), z.number(), z.number(), z.number()])
    .optional(),
  prepared: z
    .array(z.object({ step: z.enum([...preparationSteps, "fold"]), amount: z.number().nullable() }))
    .optional(),
})

export const Inspection = z.object({
  /** `alto`: text with boxes that another program read, without the picture. */
  kind: z.enum(["image", "pdf", "text", "alto"]),
  mime: z.string(),
  /** Without the dot, as it should be, whatever the file is called. */
  extension: z.string(),
  /** Pixels of the first page, upright; null where there is no picture, and for PDF, whose pages are met when they are read. */
  width: z.number().nullable(),
  height: z.number().nullable(),
  pages: z.number(),
  bytes: z.number(),
})
export type Inspection = z.infer<typeof Inspection>

export const encodings = ["utf-8", "utf-16le", "utf-16be", "gb18030"] as const
export type Encoding = (typeof encodings)[number]

/** What each operation answers. */
export const values = {
  inspect: Inspection,
  readText: z.object({ text: z.string(), encoding: z.enum(encodings) }),
  readAlto: Recognition,
  recognize: Recognition,
  preview: z.object({ width: z.number(), height: z.number() }),
  tiles: z.object({ width: z.number(), height: z.number() }),
} satisfies Record<Op, z.ZodType>

export type Value<O extends Op> = z.infer<(typeof values)[O]>

export const Progress = z.object({ done: z.number(), total: z.number(), stage: z.enum(["decode", "analyse", "read"]) })
export type Progress = z.infer<typeof Progress>

/** All that a child may say. `cause` is for the log alone. */
export const Message = z.union([
  z.object({ id: z.number(), ok: z.literal(true), value: z.unknown() }),
  z.object({ id: z.number(), ok: z.literal(false), error: FailureData, cause: z.string().optional() }),
  z.object({ id: z.number(), progress: Progress }),
  z.object({ id: z.number(), warning: z.string() }),
])
export type Message = z.infer<typeof Message>
