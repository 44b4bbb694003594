import { Client } from 'pg'
import { migrate } from '../migrate/migrate.ts'
import { readMigrations } from '../migrate/migrations.ts'

/** The smallest newsroom that pages can be made of, so that no test waits for the demo content. */
export async function createNewsroom(url: string): Promise<void> {
  await migrate({ url, migrations: readMigrations(process.cwd()) })
  await query(
    url,
    `INSERT INTO "Site" (id, name, "legalName") VALUES (1, 'Masthead', 'Masthead');
     INSERT INTO "Edition" (key, "isDefault", locale, direction, "timeZone", name, tagline, description)
     VALUES ('en', true, 'en', 'ltr', 'UTC', 'The Kept Gazette', '', '')`,
  )
}

/** Renames the edition as a change of the newsroom would: with the outbox row that purges every page. */
export async function renameEdition(url: string, name: string): Promise<void> {
  await query(
    url,
    `BEGIN;
     UPDATE "Edition" SET name = '${name}';
     INSERT INTO "Outbox" (kind, tags, detail) SELECT 'edition.change', ARRAY['chrome:' || id], '{}' FROM "Edition";
     COMMIT`,
  )
}

export async function query(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows ?? []
  } finally {
    await client.end()
  }
}
