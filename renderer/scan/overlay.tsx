// The printed lines drawn over the scan in its own pixels, coloured and numbered by article; what is lit lies on top.
import { type MouseEvent, memo, useRef } from "react"
import type { Box } from "../../shared/geometry/box.ts"
import type { Recognition } from "../../shared/model/recognition.ts"
import { articleOfBlock, type ShownPage } from "../state/blocks.ts"
import { useSession } from "../state/session.ts"
import { useStore } from "../state/store.ts"
import { useReveal } from "./reveal.ts"

interface Props {
  recognition: Recognition
  page: ShownPage
  width: number
  height: number
  showLines: boolean
}

export function Overlay({ recognition, page, width, height, showLines }: Props) {
  const { lights } = useSession()
  const drawing = useRef<SVGSVGElement>(null)
  useReveal(drawing)
  const light = (event: MouseEvent<SVGSVGElement>, reveal: boolean) => {
    const line = (event.target as Element).getAttribute("data-line")
    if (line) lights.light({ block: page.owner.get(line) ?? null, line, from: "scan", reveal })
    else lights.clear()
  }
  return (
    <>
      <svg
        ref={drawing}
        className={showLines ? "overlay shown" : "overlay"}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        onPointerMove={(event) => light(event, false)}
        onPointerLeave={lights.clear}
        onClick={(event) => light(event, true)}
      >
        <LineBoxes recognition={recognition} page={page} />
        <LitBoxes recognition={recognition} page={page} />
      </svg>
      {showLines && <Numbers recognition={recognition} page={page} width={width} height={height} />}
    </>
  )
}

type Parts = Pick<Props, "recognition" | "page">

const rect = ([x0, y0, x1, y1]: Box) => ({ x: x0, y: y0, width: x1 - x0, height: y1 - y0 })

/** `hue-3` for the fourth article; lines that belong to none have no hue. */
function hueOf(page: ShownPage, line: string): string {
  const owner = page.owner.get(line)
  const article = owner === undefined ? null : articleOfBlock(owner)
  return article === null ? "no-hue" : `hue-${article % 8}`
}

const LineBoxes = memo(function LineBoxes({ recognition, page }: Parts) {
  return recognition.lines.map(
    ({ id, box }) => box && <rect key={id} data-line={id} className={`line ${hueOf(page, id)}`} {...rect(box)} />,
  )
})

function LitBoxes({ recognition, page }: Parts) {
  const { lights } = useSession()
  const { block, line } = useStore(lights.store)
  const lines = new Set((block && page.lines.get(block)) || [])
  if (line) lines.add(line)
  if (lines.size === 0) return null
  return recognition.lines.map(
    ({ id, box }) =>
      box && lines.has(id) && <rect key={id} className={id === line ? "lit current" : "lit"} {...rect(box)} />,
  )
}

/** The number of each article at its first printed line. */
const Numbers = memo(function Numbers({ recognition, page, width, height }: Omit<Props, "showLines">) {
  const boxes = new Map(recognition.lines.map((line) => [line.id, line.box]))
  return page.articles.map((article, index) => {
    const first = article.blocks.flatMap((block) => page.lines.get(block.key) ?? []).find((id) => boxes.get(id))
    const box = first && boxes.get(first)
    if (!box) return null
    const place = { left: `${(box[0] / width) * 100}%`, top: `${(box[1] / height) * 100}%` }
    return (
      <span key={article.id || index} className={`scan-number hue-${index % 8}`} style={place} aria-hidden="true">
        {index + 1}
      </span>
    )
  })
})
