// Hands text to the browser as a file to keep.

export function download(name: string, mime: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: mime }))
  const link = document.createElement("a")
  link.href = address
  link.download = name
  link.click()
  // The browser reads the address after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
