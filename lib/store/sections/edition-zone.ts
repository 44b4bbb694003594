import { database } from '#lib/store/database/client.ts'

/** IANA name of the zone whose clock an edition's newsroom goes by. */
export async function findZone(editionId: number): Promise<string> {
  const [row] = await database().$queryRaw<{ timeZone: string }[]>`
    SELECT "timeZone" FROM "Edition" WHERE "id" = ${editionId}`
  return row?.timeZone ?? 'UTC'
}
