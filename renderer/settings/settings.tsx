// What a person can set for this machine. Everything holds at once; there is nothing to save.
import { type ReactNode, useId } from "react"
import type { Language } from "../../shared/i18n/language.ts"
import { preparationSteps } from "../../shared/model/preparation.ts"
import { dictionary, useSession, useWords } from "../state/session.ts"
import {
  changePanes,
  lineHeights,
  type Panes,
  type Settings,
  textSizes,
  themes,
  usualPanes,
} from "../state/settings.ts"
import { useStore } from "../state/store.ts"
import { KeyTable } from "./keytable.tsx"

export function SettingsPage() {
  const { settings } = useSession()
  const { words } = useWords()
  const now = useStore(settings)
  const set = (change: Partial<Settings>) => settings.change((before) => ({ ...before, ...change }))
  const said = words.frame.settings
  return (
    <main className="sheet-page settings" data-pane="settings">
      <h1 tabIndex={-1} data-pane-focus>
        {words.command["settings.open"]}
      </h1>
      <dl>
        <Choice name={said.language} value={now.language} set={(language) => set({ language })}>
          {(["zh", "en"] as Language[]).map((one) => [one, dictionary(one).frame.settings.ownName])}
        </Choice>
        <Choice name={said.theme} value={now.theme} set={(theme) => set({ theme })}>
          {themes.map((one) => [one, words.theme[one]])}
        </Choice>
        <Slider
          name={said.textSize}
          value={now.textSize}
          {...textSizes}
          step={1}
          shown={`${now.textSize} px`}
          set={(textSize) => set({ textSize })}
        />
        <Slider
          name={said.lineHeight}
          value={now.lineHeight}
          {...lineHeights}
          step={0.1}
          shown={now.lineHeight.toFixed(1)}
          set={(lineHeight) => set({ lineHeight })}
        />
        <Setting name={said.specimen}>
          <p className="text-specimen" lang="zh">
            {said.specimenText}
          </p>
        </Setting>
        <PaneChoices panes={now.panes} />
        <Setting name={said.prepare}>
          {preparationSteps.map((step) => (
            <label key={step}>
              <input
                type="checkbox"
                checked={!now.without.includes(step)}
                onChange={({ target }) =>
                  set({
                    without: preparationSteps.filter((one) =>
                      one === step ? !target.checked : now.without.includes(one),
                    ),
                  })
                }
              />{" "}
              {said.steps[step]}
            </label>
          ))}
          <p className="muted">{said.prepareMore}</p>
        </Setting>
      </dl>
      <h2 id="settings-keys">{said.keys}</h2>
      <p className="muted">{said.keysMore}</p>
      <KeyTable labelledBy="settings-keys" />
    </main>
  )
}

function PaneChoices({ panes }: { panes: Panes }) {
  const { settings } = useSession()
  const { words } = useWords()
  const { railWidth, scanWidth, scanHeight } = usualPanes
  const switches = [
    ["rail", words.command["rail.toggle"]],
    ["scan", words.command["scan.toggle"]],
    ["swapped", words.frame.settings.swapped],
  ] as const
  return (
    <Setting name={words.frame.settings.panes}>
      {switches.map(([which, name]) => (
        <label key={which}>
          <input
            type="checkbox"
            checked={panes[which]}
            onChange={({ target }) => changePanes(settings, () => ({ [which]: target.checked }))}
          />{" "}
          {name}
        </label>
      ))}
      <button type="button" onClick={() => changePanes(settings, () => ({ railWidth, scanWidth, scanHeight }))}>
        {words.frame.settings.usualSizes}
      </button>
    </Setting>
  )
}

function Setting({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="setting">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

interface ChoiceProps<V extends string> {
  name: string
  value: V
  set(value: V): void
  /** Values and their names. */
  children: readonly (readonly [V, string])[]
}

function Choice<V extends string>({ name, value, set, children }: ChoiceProps<V>) {
  const group = useId()
  return (
    <Setting name={name}>
      <div role="radiogroup" aria-label={name} className="choices">
        {children.map(([one, shown]) => (
          <label key={one}>
            <input type="radio" name={group} value={one} checked={one === value} onChange={() => set(one)} /> {shown}
          </label>
        ))}
      </div>
    </Setting>
  )
}

interface SliderProps {
  name: string
  value: number
  min: number
  max: number
  step: number
  /** The value with its unit. */
  shown: string
  set(value: number): void
}

function Slider({ name, value, min, max, step, shown, set }: SliderProps) {
  return (
    <Setting name={name}>
      <input
        type="range"
        aria-label={name}
        aria-valuetext={shown}
        {...{ value, min, max, step }}
        onChange={({ target }) => set(target.valueAsNumber)}
      />
      <output>{shown}</output>
    </Setting>
  )
}
