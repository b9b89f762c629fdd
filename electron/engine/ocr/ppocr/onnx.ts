// As much of the ONNX format (protocol buffers; onnx.proto3) as it takes to change a few nodes of a model.

/** One field of a message: its number and how it is written tell what it is. */
interface Field {
  number: number
  wire: number
  /** What is fixed or has a length as bytes, else the number. */
  value: bigint | Uint8Array
}

const modelGraph = 7
const graphNode = 1
const fixed: Record<number, number> = { 1: 8, 5: 4 }
const float = 1

class Reader {
  at = 0
  private readonly bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  varint(): bigint {
    let value = 0n
    for (let shift = 0n; ; shift += 7n) {
      const byte = this.bytes[this.at++]
      if (byte === undefined) throw new Error("the model ends in the middle of a number")
      value |= BigInt(byte & 127) << shift
      if (byte < 128) return value
    }
  }

  fields(): Field[] {
    const found: Field[] = []
    while (this.at < this.bytes.length) {
      const key = Number(this.varint())
      const [number, wire] = [key >> 3, key & 7]
      if (!wire) {
        found.push({ number, wire, value: this.varint() })
        continue
      }
      const length = fixed[wire] ?? Number(this.varint())
      found.push({ number, wire, value: this.bytes.subarray(this.at, this.at + length) })
      this.at += length
    }
    return found
  }
}

const fieldsOf = (bytes: Uint8Array): Field[] => new Reader(bytes).fields()

function varint(value: bigint): number[] {
  const bytes: number[] = []
  for (; value > 127n; value >>= 7n) bytes.push(Number(value & 127n) | 128)
  return [...bytes, Number(value)]
}

function written(fields: Field[]): Uint8Array {
  return Buffer.concat(
    fields.flatMap(({ number, wire, value }) => {
      const key = varint(BigInt((number << 3) | wire))
      if (typeof value === "bigint") return [Uint8Array.from([...key, ...varint(value)])]
      return [Uint8Array.from(fixed[wire] ? key : [...key, ...varint(BigInt(value.length))]), value]
    }),
  )
}

const bytes = (number: number, value: Uint8Array | string): Field => ({
  number,
  wire: 2,
  value: typeof value === "string" ? Buffer.from(value) : value,
})
const integer = (number: number, value: number): Field => ({ number, wire: 0, value: BigInt(value) })
const floats = (values: ArrayLike<number>): Uint8Array => new Uint8Array(Float32Array.from(values).buffer)

const messages = (fields: Field[], number: number): Uint8Array[] =>
  fields.flatMap((field) => (field.number === number && field.value instanceof Uint8Array ? [field.value] : []))
const texts = (fields: Field[], number: number): string[] =>
  messages(fields, number).map((value) => Buffer.from(value).toString("utf8"))

export interface Tensor {
  dims: number[]
  data: Float32Array
}

type Attribute = number | number[] | Tensor

export interface Node {
  op: string
  inputs: string[]
  outputs: string[]
  /** And whatever else is said of it. */
  attributes: Field[]
}

/** Value of an attribute that is a float or a tensor of floats. */
export function attributeOf(node: Node, name: string): number | Tensor | undefined {
  for (const value of messages(node.attributes, 5)) {
    const fields = fieldsOf(value)
    if (texts(fields, 1)[0] !== name) continue
    const [number] = messages(fields, 2)
    if (number) return new DataView(number.buffer, number.byteOffset, 4).getFloat32(0, true)
    const [tensor] = messages(fields, 5)
    if (tensor) return tensorOf(tensor)
  }
  return undefined
}

function tensorOf(message: Uint8Array): Tensor | undefined {
  const fields = fieldsOf(message)
  const raw = messages(fields, 9)[0]
  const type = fields.find(({ number }) => number === 2)?.value
  if (!raw || Number(type) !== float) return undefined
  const dims = fields.filter(({ number }) => number === 1).flatMap(({ value }) => dimsIn(value))
  return { dims, data: new Float32Array(new Uint8Array(raw).buffer) }
}

function dimsIn(value: bigint | Uint8Array): number[] {
  if (typeof value === "bigint") return [Number(value)]
  const [reader, dims] = [new Reader(value), [] as number[]]
  while (reader.at < value.length) dims.push(Number(reader.varint()))
  return dims
}

/** A new attribute; whole numbers in lists, floats alone. */
export function attribute(name: string, value: Attribute): Field {
  const kinds = { float: 1, tensor: 4, integers: 7 }
  const is = (kind: keyof typeof kinds, ...fields: Field[]) =>
    bytes(5, written([bytes(1, name), ...fields, integer(20, kinds[kind])]))
  if (typeof value === "number") return is("float", { number: 2, wire: 5, value: floats([value]) })
  if (Array.isArray(value)) return is("integers", ...value.map((each) => integer(8, each)))
  const dims = value.dims.map((each) => integer(1, each))
  return is("tensor", bytes(5, written([...dims, integer(2, float), bytes(9, floats(value.data))])))
}

/** A whole number by itself. */
export const count = (name: string, value: number): Field =>
  bytes(5, written([bytes(1, name), integer(3, value), integer(20, 2)]))

function nodeOf(message: Uint8Array): Node {
  const fields = fieldsOf(message)
  return {
    op: texts(fields, 4)[0] ?? "",
    inputs: texts(fields, 1),
    outputs: texts(fields, 2),
    attributes: fields.filter(({ number }) => ![1, 2, 4].includes(number)),
  }
}

const nodeField = ({ op, inputs, outputs, attributes }: Node): Field =>
  bytes(
    graphNode,
    written([
      ...inputs.map((each) => bytes(1, each)),
      ...outputs.map((each) => bytes(2, each)),
      bytes(4, op),
      ...attributes,
    ]),
  )

/** The model with its nodes replaced by what `change` makes of them. */
export function withNodes(model: Uint8Array, change: (nodes: Node[]) => Node[]): Uint8Array {
  return written(
    fieldsOf(model).map((field) => {
      if (field.number !== modelGraph || !(field.value instanceof Uint8Array)) return field
      const graph = fieldsOf(field.value)
      const nodes = change(messages(graph, graphNode).map(nodeOf))
      return bytes(
        modelGraph,
        written([...nodes.map(nodeField), ...graph.filter(({ number }) => number !== graphNode)]),
      )
    }),
  )
}
