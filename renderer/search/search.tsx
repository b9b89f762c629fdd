// Search over all articles of the library.
import { type KeyboardEvent, useEffect, useRef, useState } from "react"
import type { Output } from "../../shared/contract.ts"
import { type Route, routeHash } from "../state/route.ts"
import { useSession, useWords } from "../state/session.ts"
import { useStore } from "../state/store.ts"
import { failureText } from "../ui/failuretext.ts"
import { placeName } from "../ui/pagename.ts"
import { splitSnippet } from "./snippet.ts"

type Found = Output<"search.query">
type Hit = Found["hits"][number]

export function Search({ query }: { query: string }) {
  const { routes } = useSession()
  const { words, language } = useWords()
  const { found, error } = useFound(query)
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <main className="search" data-pane="search" onKeyDown={walkHits}>
      <h1>{words.searchFor}</h1>
      <search>
        <input
          ref={box}
          type="search"
          aria-label={words.searchFor}
          placeholder={words.searchPlaceholder}
          maxLength={200}
          data-pane-focus
          value={query}
          onChange={(event) => routes.replace({ view: "search", query: event.target.value })}
        />
      </search>
      <p className="muted" aria-live="polite">
        {error !== null ? (
          failureText(error, language)
        ) : found ? (
          <Count found={found} query={query} />
        ) : (
          words.searchHint
        )}
      </p>
      <ol className="hits">
        {found?.hits.map((hit, at) => (
          <HitRow key={at} hit={hit} />
        ))}
      </ol>
    </main>
  )
}

function Count({ found, query }: { found: Found; query: string }) {
  const { words } = useWords()
  if (found.total === 0) return words.noHits(query)
  const count = found.hits.length
  return count < found.total ? words.shown(count, found.total) : words.hits(found.total)
}

function HitRow({ hit }: { hit: Hit }) {
  const { routes } = useSession()
  const { words } = useWords()
  const [before, middle, after] = splitSnippet(hit.snippet, hit.from, hit.to)
  const route: Route = { view: "page", pageId: hit.pageId, articleId: hit.articleId }
  return (
    <li>
      <a
        className="hit"
        href={routeHash(route)}
        onClick={(event) => {
          event.preventDefault()
          routes.go(route)
        }}
      >
        <span className="hit-headline" lang="zh">
          {hit.headline || words.untitled}
        </span>
        <span className="hit-place">{placeName({ ...hit, section: null }, words)}</span>
        <span className="hit-text" lang="zh">
          {before}
          <mark>{middle}</mark>
          {after}
        </span>
      </a>
    </li>
  )
}

/** Asks a moment after the last key; an answer to an older question is dropped, the shown one stays until then. */
function useFound(query: string): { found: Found | null; error: unknown } {
  const { client, connection } = useSession()
  const connected = useStore(connection, (state) => state === "open")
  const [answer, setAnswer] = useState<{ found: Found | null; error: unknown }>({ found: null, error: null })
  const asked = query.trim()
  useEffect(() => {
    let late = false
    const ask = async () => {
      try {
        const found = asked ? await client.call("search.query", { query: asked, limit: 100 }) : null
        if (!late) setAnswer({ found, error: null })
      } catch (error) {
        if (!late) setAnswer({ found: null, error })
      }
    }
    const timer = connected || !asked ? setTimeout(ask, asked ? 200 : 0) : undefined
    return () => {
      late = true
      clearTimeout(timer)
    }
  }, [client, asked, connected])
  return answer
}

/** Down from the box to the first hit, then up and down along them. */
function walkHits(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step || event.nativeEvent.isComposing) return
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("input, .hit")]
  const next = stops[stops.indexOf(event.target as HTMLElement) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}
