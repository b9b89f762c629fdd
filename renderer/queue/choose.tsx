// The two ways to choose by dialog: files, or a whole folder.
import { type ChangeEvent, useRef } from "react"
import { importByDialog, importFiles } from "../state/importfiles.ts"
import { useSession, useWords } from "../state/session.ts"
import { Icon } from "../ui/icon.tsx"
import { chosen } from "./walk.ts"

export function ChooseFiles() {
  const session = useSession()
  const { words } = useWords()
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    importFiles(session, chosen(event.target.files ?? []))
    // So that choosing the same file again is a change again.
    event.target.value = ""
  }
  return (
    <div className="choose">
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label={words.chooseFiles}
        data-choose="files"
        onChange={take}
      />
      <input
        ref={folder}
        type="file"
        multiple
        hidden
        aria-label={words.chooseFolder}
        data-choose="folder"
        onChange={take}
        {...{ webkitdirectory: "" }}
      />
      <button
        type="button"
        className="primary"
        onClick={() => importByDialog(session, "files") || files.current?.click()}
      >
        <Icon name="import" /> {words.chooseFiles}
      </button>
      <button type="button" onClick={() => importByDialog(session, "folder") || folder.current?.click()}>
        {words.chooseFolder}
      </button>
    </div>
  )
}
