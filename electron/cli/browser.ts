// Opens an address in the person's browser, where there is one to open.
import { spawn } from "node:child_process"

export function openInBrowser(address: string): void {
  const { platform, env } = process
  if (platform === "linux" && !env.DISPLAY && !env.WAYLAND_DISPLAY) return
  const [command, ...args] =
    platform === "darwin" ? ["open"] : platform === "win32" ? ["rundll32", "url.dll,FileProtocolHandler"] : ["xdg-open"]
  spawn(command as string, [...args, address], { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref()
}
