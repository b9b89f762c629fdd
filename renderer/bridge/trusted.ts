// No text becomes markup on this page. The one exception empties an element, as OpenSeadragon does. What is pasted goes
// through ProseMirror's own policy, which it makes when this one refuses.

interface Policies {
  createPolicy(name: string, rules: { createHTML(text: string): string }): unknown
}

const policies = (globalThis as { trustedTypes?: Policies }).trustedTypes
policies?.createPolicy("default", {
  createHTML: (text) => {
    if (text !== "") throw new TypeError("text is not markup")
    return ""
  },
})
