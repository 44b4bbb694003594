import { database } from '../database/client.ts'

/** The name of the news organisation; a newsroom that has none yet goes by the program's. */
export async function findSiteName(): Promise<string> {
  const site = await database().site.findUnique({ where: { id: 1 }, select: { name: true } })
  return site?.name ?? 'Masthead'
}
