// Who may import whom, as data. A folder's longest matching row counts; `packages` are npm packages, `node` says whether
// Node's own modules are allowed.

export interface Layer {
  folder: string
  may: string[]
  packages: string[]
  node: boolean
}

export const layers: Layer[] = [
  { folder: "shared/text", may: ["shared/text"], packages: [], node: false },
  {
    folder: "shared",
    may: ["shared"],
    packages: ["zod", "fast-xml-parser", "prosemirror-model", "prosemirror-transform"],
    node: false,
  },
  {
    folder: "electron/engine",
    may: ["electron/engine", "shared"],
    packages: [
      "@cornerstonejs/codec-openjpeg",
      "@napi-rs/canvas",
      "onnxruntime-node",
      "pdfjs-dist",
      "sharp",
      "tesseract.js",
      "zod",
    ],
    node: true,
  },
  {
    folder: "electron/services",
    // Of the engine, services know the parent's side alone, and the list of words.
    may: [
      "electron/services",
      "shared",
      "electron/engine/pool.ts",
      "electron/engine/protocol.ts",
      "electron/engine/words.ts",
    ],
    packages: ["better-sqlite3", "kysely", "prosemirror-model", "prosemirror-transform"],
    node: true,
  },
  { folder: "electron/host", may: ["electron/host", "electron/services", "shared"], packages: ["zod"], node: true },
  {
    folder: "electron/cli",
    may: ["electron/cli", "electron/services", "shared", "electron/host/starter.ts", "electron/engine/pool.ts"],
    packages: ["commander"],
    node: true,
  },
  {
    folder: "electron/shell",
    // No more of the program than its starter: nothing native is loaded into Electron.
    may: [
      "electron/shell",
      "shared",
      "electron/host/starter.ts",
      "electron/services/recent.ts",
      "electron/services/safefile.ts",
      "electron/cli/bundlednode.mjs",
    ],
    packages: ["electron"],
    node: true,
  },
  { folder: "electron/afterpack.mjs", may: [], packages: [], node: true },
  { folder: "electron/preload.ts", may: ["shared"], packages: ["electron"], node: false },
  {
    folder: "renderer",
    may: ["renderer", "shared"],
    packages: [
      "cmdk",
      "react",
      "react-dom",
      "openseadragon",
      "zod",
      "@tanstack/react-virtual",
      "fflate",
      "prosemirror-collab",
      "prosemirror-commands",
      "prosemirror-history",
      "prosemirror-keymap",
      "prosemirror-model",
      "prosemirror-search",
      "prosemirror-state",
      "prosemirror-transform",
      "prosemirror-view",
    ],
    node: false,
  },
]

/** Panes meet in the app and through state; none knows another. */
export const panes = ["library", "queue", "scan", "editor", "search", "facts", "publish", "palette", "settings"].map(
  (pane) => `renderer/${pane}`,
)
