// The same random cases every time; JIAOYANG_SEED tries others.
import fc from "fast-check"

fc.configureGlobal({ seed: Number(process.env.JIAOYANG_SEED ?? 20261127) })
