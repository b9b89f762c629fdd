// ProseMirror with our schema and a document, and no plugin at all: what typing is measured against.
import { Node } from "prosemirror-model"
import { EditorState } from "prosemirror-state"
import { EditorView } from "prosemirror-view"
import { schema } from "../../../shared/document/schema.ts"

const place = document.createElement("div")
place.className = "scroll"
document.body.append(place)
const doc = Node.fromJSON(schema, await (await fetch("/doc.json")).json())
new EditorView(place, { state: EditorState.create({ doc }) })
