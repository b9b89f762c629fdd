// The dialogs for files and folders. They belong to no screen: a command opens them from anywhere.
import { type ChangeEvent, useRef } from "react"
import { importByDialog, importFiles, importSample } from "../state/importfiles.ts"
import { useSession, useWords } from "../state/session.ts"
import { useCommands } from "../ui/keys.ts"
import { chosen } from "./walk.ts"

export function Choosers() {
  const session = useSession()
  const { words } = useWords()
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  useCommands({
    "import.files": () => importByDialog(session, "files") || files.current?.click(),
    "import.folder": () => importByDialog(session, "folder") || folder.current?.click(),
    "import.sample": () => importSample(session),
  })
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    importFiles(session, chosen(event.target.files ?? []))
    // So that choosing the same file again is a change again.
    event.target.value = ""
  }
  const common = { type: "file", multiple: true, hidden: true, onChange: take } as const
  return (
    <>
      <input {...common} ref={files} aria-label={words.chooseFiles} data-choose="files" />
      <input
        {...common}
        ref={folder}
        aria-label={words.chooseFolder}
        data-choose="folder"
        {...{ webkitdirectory: "" }}
      />
    </>
  )
}
