// What no page may do, whichever window it is in.
import { app, session, type WebContents } from "electron"
import { isOurs } from "./origin.ts"

/** Copying text is all that the page asks the system for. */
const granted = (permission: string, address: string): boolean =>
  permission === "clipboard-sanitized-write" && isOurs(address)

export function guard(openOutside: (contents: WebContents, address: string) => void): void {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(granted(permission, requestingUrl)),
  )
  defaultSession.setPermissionCheckHandler((_contents, permission, origin) => granted(permission, origin))
  defaultSession.setDevicePermissionHandler(() => false)
  app.on("web-contents-created", (_event, contents) => {
    const stay = (event: { url: string; preventDefault(): void }) => {
      if (!isOurs(event.url)) event.preventDefault()
    }
    contents.on("will-navigate", stay)
    contents.on("will-frame-navigate", stay)
    contents.on("will-redirect", stay)
    contents.on("will-attach-webview", (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      openOutside(contents, url)
      return { action: "deny" }
    })
  })
}
