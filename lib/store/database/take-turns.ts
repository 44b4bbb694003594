import { database } from './client.ts'

/**
 * Makes all who come by this name wait for each other until the transaction that is open ends. For what a row can't be locked for: a
 * count, or a row that is not there yet.
 */
export async function takeTurns(name: string): Promise<void> {
  await database().$queryRaw`SELECT true AS "locked" FROM pg_advisory_xact_lock(hashtext(${`masthead ${name}`}))`
}
