// Addresses of the web and of mail are cut anywhere; no hyphen and no space was put in.
import { type JoinRule, joined } from "./meeting.ts"

const begun = /(?:https?:\/{0,2}|www\.|[\w.+-]+@)\S*$/iu
const cutInScheme = /(?:^|[^A-Za-z])https?$/iu
const endings = /^(?:com|cn|org|net|gov|edu|io|hk|tw|mo|cc|top|info)(?![A-Za-z])/iu
const domain = /^[\w-]*\.(?:com|cn|org|net|gov|edu)(?![A-Za-z])/iu
const mail = /^[\w.-]*@[\w-]+\./u

export const addresses: JoinRule = ({ head, tail }) => {
  if (!tail || !head) return null
  const goesOn = begun.test(head) || (cutInScheme.test(head) && tail.startsWith(":"))
  const ends = (head.endsWith(".") && endings.test(tail)) || (/^[a-z0-9.-]*[a-z0-9-]$/.test(head) && domain.test(tail))
  return goesOn || ends || (/[\w.-]$/.test(head) && mail.test(tail)) ? joined("address-continues", 0.97) : null
}
