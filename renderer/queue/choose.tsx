// The two ways to choose by dialog: files, or a whole folder.
import { useSession, useWords } from "../state/session.ts"
import { Icon } from "../ui/icon.tsx"

export function ChooseFiles() {
  const { commands } = useSession()
  const { words } = useWords()
  return (
    <div className="choose">
      <button type="button" className="primary" data-action="files" onClick={() => commands.run("import.files")}>
        <Icon name="import" /> {words.chooseFiles}
      </button>
      <button type="button" data-action="folder" onClick={() => commands.run("import.folder")}>
        {words.chooseFolder}
      </button>
    </div>
  )
}
