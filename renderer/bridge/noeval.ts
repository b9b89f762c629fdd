// Must be the first import of the page: schemas are built when the contract is loaded, and zod would otherwise try
// to compile them with `new Function`, which the content security policy refuses and reports.
import { config } from "zod"

config({ jitless: true })
