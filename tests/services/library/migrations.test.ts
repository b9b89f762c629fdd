import Database from "better-sqlite3"
import { expect, it, onTestFinished } from "vitest"
import { checkShape, type Migration, migrate, migrations } from "../../../electron/services/library/migrations.ts"

function memory(): Database.Database {
  const db = new Database(":memory:")
  onTestFinished(() => void db.close())
  return db
}

const version = (db: Database.Database) => db.pragma("user_version", { simple: true })
const shape = (db: Database.Database) => db.prepare("select name, sql from sqlite_master order by name").all()

const list: Migration[] = [
  { name: "one", up: "create table a (x integer) strict; insert into a values (7)" },
  { name: "two", up: "alter table a add column y text not null default 'new'" },
  { name: "three", up: "create table b (z text) strict" },
]

it("[L5] an empty file gets every shape in order, once", () => {
  const db = memory()
  expect(migrate(db)).toBe(true)
  expect(version(db)).toBe(migrations.length)
  const made = shape(db)
  expect(migrate(db)).toBe(false)
  expect(shape(db)).toEqual(made)
})

it("[L5] from every older shape the same newest one is reached, and rows are kept", () => {
  const newest = memory()
  migrate(newest, list)
  for (let from = 1; from < list.length; from++) {
    const db = memory()
    migrate(db, list.slice(0, from))
    db.exec("insert into a (x) values (8)")
    expect(migrate(db, list)).toBe(true)
    expect(version(db)).toBe(3)
    expect(shape(db)).toEqual(shape(newest))
    expect(db.prepare("select x, y from a").all()).toEqual([
      { x: 7, y: "new" },
      { x: 8, y: "new" },
    ])
  }
})

it("[L5] a change that fails half way leaves the file at the shape before it", () => {
  const db = memory()
  const broken = [...list.slice(0, 2), { name: "broken", up: "create table c (x); insert into missing values (1)" }]
  expect(() => migrate(db, broken)).toThrow(/missing/)
  expect(version(db)).toBe(2)
  expect(db.prepare("select name from sqlite_master").pluck().all()).toEqual(["a"])
  expect(migrate(db, list)).toBe(true)
})

it("[L3] a shape from the future is refused with both numbers", () => {
  const db = memory()
  migrate(db, list)
  expect(() => checkShape(db, list.slice(0, 2))).toThrow(
    expect.objectContaining({ code: "library-newer", detail: { found: 3, known: 2 } }),
  )
  expect(() => migrate(db, list.slice(0, 1))).toThrow(expect.objectContaining({ code: "library-newer" }))
})
