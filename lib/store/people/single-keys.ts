import { database } from '#lib/store/database/client.ts'

/** Whether shortcuts of one key work for this person. */
export async function findHasSingleKeys(userId: string): Promise<boolean> {
  const user = await database().user.findUnique({ where: { id: userId }, select: { hasSingleKeys: true } })
  return user?.hasSingleKeys ?? true
}

export async function changeSingleKeys(userId: string, hasSingleKeys: boolean): Promise<void> {
  await database().user.update({ where: { id: userId }, data: { hasSingleKeys } })
}
