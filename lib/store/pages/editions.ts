import type { Edition } from '#lib/domain/edition.ts'
import { hotQuery } from '#lib/store/database/hot-query.ts'
import { Prisma } from '#lib/store/generated/client.ts'

/** Every edition that readers see, in the order of the language switch. */
export async function listEditions(): Promise<readonly Edition[]> {
  return hotQuery<Edition>(Prisma.sql`
    SELECT "id", "key", "isDefault", "locale", "direction"::text AS "direction", "timeZone", "name", "tagline", "description"
    FROM "Edition" WHERE NOT "isOff" ORDER BY "position", "id"`)
}
