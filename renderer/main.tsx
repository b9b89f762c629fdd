// Starts the page: takes the token, opens the connection, draws.
import "./bridge/noeval.ts"
import "./bridge/trusted.ts"
import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { App } from "./app.tsx"
import { desktop } from "./bridge/desktop.ts"
import { loopback } from "./bridge/loopback.ts"
import { takeToken } from "./bridge/token.ts"
import { NoToken } from "./notoken.tsx"
import { makeSession } from "./state/session.ts"
import { makeSettings } from "./state/settings.ts"

const take = () => takeToken(location, sessionStorage, (address) => history.replaceState(null, "", address))

// In the program's own window whoever asks is known: no token is needed.
const token = desktop ? null : take()
const settings = makeSettings(window, navigator.language)

// A newer address opened in the same tab changes only the fragment, which does not load the page anew.
addEventListener("hashchange", () => {
  if (location.hash.startsWith("#token=")) {
    take()
    location.reload()
  }
})

createRoot(document.getElementById("root") as HTMLElement).render(
  <StrictMode>
    {desktop || token ? (
      <App session={makeSession(loopback(token), desktop, settings, window)} />
    ) : (
      <NoToken settings={settings} />
    )}
  </StrictMode>,
)
