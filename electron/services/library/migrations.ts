// Numbered changes of the library's shape, one transaction each; `user_version` says how far a file has come.
// The way is up only: a newer file is refused untouched.
import type Database from "better-sqlite3"
import { AppError } from "../../../shared/errors.ts"

export interface Migration {
  name: string
  up: string
}

export const migrations: readonly Migration[] = [
  {
    name: "first shape",
    up: `
      create table meta (key text primary key, value text not null) strict;
      create table scan (
        sha256 text primary key, extension text not null, bytes integer not null, created_at text not null) strict;
      create table page (
        id text primary key, newspaper text, date text, weekday text, page_number text, section text,
        editors text not null default '[]', printed text, state text not null,
        scan_sha256 text not null references scan(sha256), page_index integer not null, source_name text not null,
        width integer, height integer, headlines text not null default '[]', revision integer not null default 1,
        created_at text not null, updated_at text not null, unique (scan_sha256, page_index)) strict;
      create table recognition (
        id text primary key, page_id text not null references page(id), engine text not null, version text not null,
        body text not null, created_at text not null) strict;
      create index recognition_page on recognition(page_id);
      create table document (
        id text primary key, page_id text not null unique references page(id),
        recognition_id text not null references recognition(id), ledger text not null, created_at text not null) strict;
      create table snapshot (
        document_id text not null references document(id), version integer not null, shape integer not null,
        body text not null, primary key (document_id, version)) strict;
      create table step (
        document_id text not null references document(id), version integer not null, client_id text not null,
        client_seq integer not null, steps text not null, hash text not null, created_at text not null,
        primary key (document_id, version), unique (document_id, client_id, client_seq)) strict;
      create table batch (id text primary key, options text not null, created_at text not null) strict;
      create table item (
        id integer primary key, batch_id text not null references batch(id), path text not null, name text not null,
        state text not null, error text, page_id text references page(id)) strict;
      create index item_batch on item(batch_id, state);
      create table article (
        id integer primary key, page_id text not null references page(id), article_id text not null,
        position integer not null, headline text not null, text text not null) strict;
      create index article_page on article(page_id);
      create virtual table article_index using fts5 (words, content='', contentless_delete=1, tokenize='unicode61');
      create table indexed (page_id text primary key references page(id), version integer not null) strict;
    `,
  },
  {
    name: "pages that are read again",
    up: `
      alter table document add column base text;
      alter table document add column conflicts text not null default '[]';
    `,
  },
]

const versionOf = (db: Database.Database): number => Number(db.pragma("user_version", { simple: true }))

/** No library was ever made in this file. */
export const hasNoShape = (db: Database.Database): boolean => versionOf(db) === 0

/** Refuses a file from a newer program. */
export function checkShape(db: Database.Database, list: readonly Migration[] = migrations): void {
  const found = versionOf(db)
  if (found > list.length) throw new AppError("library-newer", { found, known: list.length })
}

/** Brings a file up to the newest shape; returns whether anything was done. */
export function migrate(db: Database.Database, list: readonly Migration[] = migrations): boolean {
  checkShape(db, list)
  const from = versionOf(db)
  list.slice(from).forEach(({ up }, i) => {
    db.transaction(() => {
      db.exec(up)
      db.pragma(`user_version = ${from + i + 1}`)
    }).immediate()
  })
  return from < list.length
}
