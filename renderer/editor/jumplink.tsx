// Where the article that holds the caret goes on, or comes from: a link to its other half on another page of the issue.
import { useEffect, useState } from "react"
import type { Output } from "../../shared/contract.ts"
import { type Route, routeHash } from "../state/route.ts"
import { useSession, useWords } from "../state/session.ts"
import { useCommands } from "../ui/keys.ts"

type Jump = Output<"page.jumps">["jumps"][number]

/** `articleId` is null where the caret is in the tray. */
export function JumpLink({ pageId, articleId }: { pageId: string; articleId: string | null }) {
  const { routes } = useSession()
  const { words } = useWords()
  const jump = useJump(pageId, articleId)
  const route: Route | null = jump ? { view: "page", pageId: jump.pageId, articleId: jump.target } : null
  useCommands({
    "jump.follow": { run: () => route && routes.go(route), enabled: () => route !== null },
  })
  if (!jump || !route) return null
  return (
    <a
      className="jump-link"
      href={routeHash(route)}
      title={words.command["jump.follow"]}
      data-jump={jump.target}
      onClick={(event) => {
        event.preventDefault()
        routes.go(route)
      }}
    >
      {words.editor.otherHalf(words.pageLabel(jump.pageNumber), jump.sure)} <span lang="zh">{jump.headline}</span>
    </a>
  )
}

/** Asked again whenever the caret comes into another article: the text may have changed, and other pages too. */
function useJump(pageId: string, articleId: string | null): Jump | null {
  const { client } = useSession()
  const [jump, setJump] = useState<Jump | null>(null)
  useEffect(() => {
    let late = false
    setJump(null)
    // Where it cannot be asked there is no link; the connection says so elsewhere.
    client.call("page.jumps", { pageId }).then(
      ({ jumps }) => late || setJump(jumps.find((one) => one.articleId === articleId) ?? null),
      () => {},
    )
    return () => {
      late = true
    }
  }, [client, pageId, articleId])
  return jump
}
