// The model computes the same with fewer passes over its maps. As it is delivered, every convolution is followed by eight
// operations on single values: times a number, plus a number, a hard swish (x · clip(x + 3, 0, 6) / 6) in four steps, times a
// number, plus a number. The numbers go into the weights of the convolutions before or after; what is left is written so
// that the runtime keeps to the order of memory in which convolutions are quickest.
import { attribute, attributeOf, count, type Node, type Tensor, withNodes } from "./onnx.ts"

/** The same model, for the runtime; nodes that do not stand as described are left as they are. */
export const folded = (model: Uint8Array): Uint8Array => withNodes(model, (nodes) => new Graph(nodes).folded())

/** A step `value · times + plus` for all values alike, as two nodes. */
interface Affine {
  times: number
  plus: number
  nodes: Node[]
  output: string
}

class Graph {
  private readonly nodes: Node[]
  private readonly consumers = new Map<string, Node[]>()
  private readonly constants = new Map<string, Tensor>()
  private readonly changed = new Set<Tensor>()
  private readonly gone = new Set<Node>()
  /** Nodes to stand in the place of another. */
  private readonly instead = new Map<Node, Node[]>()

  constructor(nodes: Node[]) {
    this.nodes = nodes
    for (const node of nodes) {
      for (const input of node.inputs) this.consumers.set(input, [...(this.consumers.get(input) ?? []), node])
      const value = node.op === "Constant" ? attributeOf(node, "value") : undefined
      if (typeof value === "object") this.constants.set(node.outputs[0]!, value)
    }
  }

  folded(): Node[] {
    for (const node of this.nodes) if (node.op === "Conv") this.foldAfter(node)
    const nodes = this.nodes.flatMap((node) => (this.gone.has(node) ? [] : (this.instead.get(node) ?? [node])))
    const used = new Set(nodes.flatMap(({ inputs }) => inputs))
    return nodes.flatMap((node) => {
      if (node.op !== "Constant") return [node]
      const name = node.outputs[0]!
      const tensor = this.constants.get(name)
      if (!used.has(name)) return []
      return [tensor && this.changed.has(tensor) ? constant(name, tensor) : node]
    })
  }

  private foldAfter(conv: Node) {
    const first = this.affine(conv.outputs[0]!)
    const swish = first && this.swish(first.output)
    const second = swish && this.affine(swish.output)
    const [weights, bias] = conv.inputs.slice(1).map((name) => this.constants.get(name))
    if (!first || !second || !weights || !bias) return
    this.scale(weights, first.times)
    this.scale(bias, first.times)
    for (let i = 0; i < bias.data.length; i++) bias.data[i]! += first.plus
    conv.outputs[0] = first.output
    for (const node of [...first.nodes, ...swish.nodes, ...second.nodes]) this.gone.add(node)
    this.gone.delete(swish.nodes.at(-1)!)
    const then = this.intoNext(second) ? [] : spread(swish.output, second, weights.dims[0]!)
    if (!then.length) this.consumers.get(second.output)![0]!.inputs[0] = swish.output
    this.instead.set(swish.nodes.at(-1)!, [...hardSwish(first.output, swish.output, weights.dims[0]!), ...then])
  }

  /** Puts the numbers into the convolution that follows, where that looks at each place by itself. */
  private intoNext({ times, plus, output }: Affine): boolean {
    const [next, ...others] = this.consumers.get(output) ?? []
    if (!next || others.length || next.op !== "Conv") return false
    const [weights, bias] = next.inputs.slice(1).map((name) => this.constants.get(name))
    if (!weights || !bias || weights.dims[1] === 1 || weights.dims[2] !== 1 || weights.dims[3] !== 1) return false
    const channels = weights.dims[1]!
    for (let i = 0; i < weights.data.length; i++) bias.data[Math.floor(i / channels)]! += plus * weights.data[i]!
    this.changed.add(bias)
    this.scale(weights, times)
    return true
  }

  private scale(tensor: Tensor, times: number) {
    for (let i = 0; i < tensor.data.length; i++) tensor.data[i]! *= times
    this.changed.add(tensor)
  }

  private affine(input: string): Affine | null {
    const mul = this.only(input, "Mul")
    const add = mul && this.only(mul.outputs[0]!, "Add")
    const times = mul && this.number(mul, input)
    const plus = add && this.number(add, mul.outputs[0]!)
    return typeof times === "number" && typeof plus === "number"
      ? { times, plus, nodes: [mul!, add!], output: add!.outputs[0]! }
      : null
  }

  private swish(input: string): { nodes: Node[]; output: string } | null {
    const users = this.consumers.get(input) ?? []
    const add = users.find(({ op }) => op === "Add")
    const mul = users.find(({ op }) => op === "Mul")
    const clip = add && this.only(add.outputs[0]!, "Clip")
    const div = mul && this.only(mul.outputs[0]!, "Div")
    if (users.length !== 2 || !clip || !div || this.only(clip.outputs[0]!, "Mul") !== mul) return null
    const is = [
      this.number(add, input),
      attributeOf(clip, "min"),
      attributeOf(clip, "max"),
      this.number(div, mul.outputs[0]!),
    ]
    return is.join() === "3,0,6,6" ? { nodes: [add, clip, mul, div], output: div.outputs[0]! } : null
  }

  /** The node that alone takes `name`, if it is of that kind. */
  private only(name: string, op: string): Node | null {
    const [node, ...others] = this.consumers.get(name) ?? []
    return node && !others.length && node.op === op ? node : null
  }

  /** The constant number that a node takes beside `input`. */
  private number(node: Node, input: string): number | undefined {
    const tensor = this.constants.get(node.inputs.find((name) => name !== input) ?? "")
    return tensor?.data.length === 1 ? tensor.data[0] : undefined
  }
}

const constant = (name: string, tensor: Tensor): Node => ({
  op: "Constant",
  inputs: [],
  outputs: [name],
  attributes: [attribute("value", tensor)],
})

/** Every value by itself, as the convolution that it is: the runtime takes an activation into it. */
function pointwise(input: string, output: string, channels: number, times: number, plus: number): Node[] {
  const [weights, bias] = [`${output}.weights`, `${output}.bias`]
  const filled = (value: number) => new Float32Array(channels).fill(value)
  return [
    constant(weights, { dims: [channels, 1, 1, 1], data: filled(times) }),
    constant(bias, { dims: [channels], data: filled(plus) }),
    {
      op: "Conv",
      inputs: [input, weights, bias],
      outputs: [output],
      attributes: [
        attribute("kernel_shape", [1, 1]),
        attribute("strides", [1, 1]),
        attribute("pads", [0, 0, 0, 0]),
        attribute("dilations", [1, 1]),
        count("group", channels),
      ],
    },
  ]
}

/** x · hardsigmoid(x): the same by definition. */
const hardSwish = (input: string, output: string, channels: number): Node[] => [
  ...pointwise(input, `${output}.same`, channels, 1, 0),
  {
    op: "HardSigmoid",
    inputs: [`${output}.same`],
    outputs: [`${output}.gate`],
    attributes: [attribute("alpha", 1 / 6), attribute("beta", 0.5)],
  },
  { op: "Mul", inputs: [input, `${output}.gate`], outputs: [output], attributes: [] },
]

const spread = (input: string, { output, times, plus }: Affine, channels: number): Node[] =>
  pointwise(input, output, channels, times, plus)
