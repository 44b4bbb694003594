import type { Edition } from '#lib/domain/edition.ts'
import { database } from './client.ts'

/** Every edition, in the order of the language switch. */
export async function listEditions(): Promise<readonly Edition[]> {
  return database().$queryRaw<Edition[]>`
    SELECT "id", "key", "isDefault", "locale", "direction"::text AS "direction", "timeZone", "name", "tagline", "description"
    FROM "Edition" ORDER BY "position", "id"`
}
