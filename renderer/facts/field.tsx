// One fact of a page, changed in place: Enter or leaving the field keeps it, Esc gives up the change.
// Where the page was changed elsewhere meanwhile, the person chooses; nothing is overwritten and nothing typed is lost.
import { type InputHTMLAttributes, type KeyboardEvent, useState } from "react"
import { AppError } from "../../shared/errors.ts"
import { useWords } from "../state/session.ts"
import { failureText } from "../ui/failuretext.ts"

interface Props extends Pick<InputHTMLAttributes<HTMLInputElement>, "list" | "inputMode" | "maxLength"> {
  name: string
  label: string
  value: string | null
  /** The value that was typed, null for an empty field; undefined where it is not understood. */
  read: (typed: string) => string | null | undefined
  /** What to say when it is not understood. */
  hint?: string
  save: (value: string | null) => Promise<void>
}

type Trouble = { kind: "hint" } | { kind: "conflict"; mine: string | null } | { kind: "failed"; said: string }

export function Field({ name, label, value, read, hint, save, ...input }: Props) {
  const { draft, type, trouble, forget, keep, leave, press } = useDraft({ value, read, save })
  return (
    <div className="field" data-fact={name} data-trouble={trouble?.kind}>
      <label>
        <span>{label}</span>
        <input
          {...input}
          autoComplete="off"
          spellCheck={false}
          placeholder="—"
          value={draft ?? value ?? ""}
          aria-invalid={trouble?.kind === "hint"}
          onChange={(event) => type(event.target.value)}
          onBlur={leave}
          onKeyDown={press}
        />
      </label>
      {trouble && <TroubleText trouble={trouble} hint={hint} value={value} forget={forget} keep={keep} />}
    </div>
  )
}

interface TroubleProps {
  trouble: Trouble
  hint: string | undefined
  value: string | null
  forget: () => void
  keep: (mine: string | null) => Promise<void>
}

function TroubleText({ trouble, hint, value, forget, keep }: TroubleProps) {
  const { words } = useWords()
  if (trouble.kind === "hint") return <p role="alert">{hint}</p>
  if (trouble.kind === "failed") return <p role="alert">{trouble.said}</p>
  return (
    <div role="alert" className="conflict">
      <p>
        {words.conflict} {words.theirs(value ?? words.empty)}
      </p>
      <button type="button" onClick={forget}>
        {words.keepTheirs}
      </button>
      <button type="button" onClick={() => keep(trouble.mine)}>
        {words.takeMine(trouble.mine ?? words.empty)}
      </button>
    </div>
  )
}

/** What is typed and not yet kept, and what stands in the way of keeping it. */
function useDraft({ value, read, save }: Pick<Props, "value" | "read" | "save">) {
  const { language } = useWords()
  const [draft, setDraft] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const forget = () => {
    setDraft(null)
    setTrouble(null)
  }
  const type = (text: string) => {
    setDraft(text)
    setTrouble(null)
  }
  const keep = async (mine: string | null) => {
    try {
      await save(mine)
      forget()
    } catch (error) {
      const conflict = error instanceof AppError && error.code === "conflict"
      setTrouble(conflict ? { kind: "conflict", mine } : { kind: "failed", said: failureText(error, language) })
    }
  }
  const leave = () => {
    if (draft === null || trouble?.kind === "conflict") return
    const typed = read(draft.trim())
    if (typed === undefined) setTrouble({ kind: "hint" })
    else if (typed === value) forget()
    else void keep(typed)
  }
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === "Enter") leave()
    if (event.key !== "Escape" || draft === null) return
    event.stopPropagation()
    forget()
  }
  return { draft, type, trouble, forget, keep, leave, press }
}
