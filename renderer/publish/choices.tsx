// What to export and in which format.
import { type ReactNode, useState } from "react"
import { exportFormats, type PageSummary } from "../../shared/contract.ts"
import type { Scope } from "../state/route.ts"
import { useSession, useWords } from "../state/session.ts"
import { useStore } from "../state/store.ts"
import { pageName } from "../ui/pagename.ts"
import { type Issue, issuesOf } from "./scope.ts"

interface Props {
  scope: Scope
  list: readonly PageSummary[]
  selected: ReadonlySet<string>
}

export function Scopes({ scope, list, selected }: Props) {
  const { routes } = useSession()
  const { words } = useWords()
  const page = useThisPage(scope, list)
  const issues = issuesOf(list)
  const go = (next: Scope) => routes.replace({ view: "export", scope: next })
  const near = issues.find((one) => page && sameIssue(one, page)) ?? issues[0]
  const choice = (of: Scope["of"], next: Scope | null, text: ReactNode) => (
    <label>
      <input
        type="radio"
        name="scope"
        value={of}
        checked={scope.of === of}
        disabled={!next}
        onChange={() => next && go(next)}
      />
      <span>{text}</span>
    </label>
  )
  return (
    <fieldset>
      <legend>{words.publish.scope}</legend>
      {page &&
        choice(
          "page",
          { of: "page", pageId: page.id },
          <>
            {words.publish.page} <small className="muted">{pageName(page, words)}</small>
          </>,
        )}
      {choice("selected", selected.size > 0 ? { of: "selected" } : null, words.publish.selected(selected.size))}
      {choice("issue", near ? { of: "issue", newspaper: near.newspaper, date: near.date } : null, words.publish.issue)}
      {scope.of === "issue" && <IssueChoice issues={issues} scope={scope} go={go} />}
      {choice("all", list.length > 0 ? { of: "all" } : null, words.publish.all(list.length))}
    </fieldset>
  )
}

const sameIssue = (one: Pick<Issue, "newspaper" | "date">, two: Pick<Issue, "newspaper" | "date">): boolean =>
  one.newspaper === two.newspaper && one.date === two.date

interface IssueProps {
  issues: readonly Issue[]
  scope: Scope & { of: "issue" }
  go: (scope: Scope) => void
}

function IssueChoice({ issues, scope, go }: IssueProps) {
  const { words } = useWords()
  const at = issues.findIndex((one) => sameIssue(one, scope))
  return (
    <select
      className="issue-choice"
      aria-label={words.publish.chooseIssue}
      value={at}
      onChange={(event) => {
        const issue = issues[Number(event.target.value)]
        if (issue) go({ of: "issue", newspaper: issue.newspaper, date: issue.date })
      }}
    >
      {at < 0 && <option value={-1}>—</option>}
      {issues.map(({ newspaper, date, count }, index) => (
        <option key={index} value={index}>
          {newspaper ?? words.unknownPaper} · {date ?? words.undated} ({count})
        </option>
      ))}
    </select>
  )
}

/** The page that was asked for first, kept as a choice while others are looked at. */
function useThisPage(scope: Scope, list: readonly PageSummary[]): PageSummary | null {
  const [pageId, setPageId] = useState<string | null>(null)
  if (scope.of === "page" && scope.pageId !== pageId) setPageId(scope.pageId)
  return list.find((page) => page.id === pageId) ?? null
}

export function Formats({ disabled }: { disabled: boolean }) {
  const { exporting } = useSession()
  const { words } = useWords()
  const chosen = useStore(exporting.format)
  return (
    <fieldset disabled={disabled}>
      <legend>{words.publish.formats}</legend>
      {exportFormats.map((format) => (
        <label key={format}>
          <input
            type="radio"
            name="format"
            value={format}
            checked={chosen === format}
            onChange={() => exporting.format.set(format)}
          />
          <span>{words.publish.format[format]}</span>
        </label>
      ))}
    </fieldset>
  )
}
