import { randomBytes } from 'node:crypto'
import { tags } from '#lib/domain/workflow/tags.ts'
import { nameTags } from '#lib/env/slot.ts'
import { database, inTransaction } from '#lib/store/database/client.ts'
import { changeSetting } from '#lib/store/site/change-setting.ts'

/** Who is told of changes beside the webhooks. */
export type DeliverySettings = {
  /** Hubs that feeds name (WebSub). Without any, this program is its own hub. */
  readonly hubs: readonly string[]
  /** Key of IndexNow, by which search engines know that it is the site that speaks; null: they are told nothing. */
  readonly indexNowKey: string | null
}

const key = 'delivery'

export async function findDeliverySettings(): Promise<DeliverySettings> {
  const setting = await database().setting.findUnique({ where: { key } })
  const value = (setting?.value ?? {}) as Partial<DeliverySettings>
  return { hubs: value.hubs ?? [], indexNowKey: value.indexNowKey ?? null }
}

/** Hubs through which feeds can be followed: those of the operator, or our own. */
export async function listHubs(ownHub: string): Promise<readonly string[]> {
  nameTags(tags.hubs())
  const { hubs } = await findDeliverySettings()
  return hubs.length > 0 ? hubs : [ownHub]
}

export async function changeDeliverySettings(change: {
  readonly hubs: readonly string[]
  readonly usesIndexNow: boolean
  readonly by: string
  readonly now: Date
}): Promise<void> {
  const { hubs, usesIndexNow, by, now } = change
  await inTransaction(async () => {
    const before = await findDeliverySettings()
    // 32 hexadecimal digits: within the 8 to 128 that the protocol allows, and no word of a page's address.
    const indexNowKey = usesIndexNow ? (before.indexNowKey ?? randomBytes(16).toString('hex')) : null
    // Every feed names its hubs.
    const expiry = { tags: [tags.hubs()], isHard: false }
    await changeSetting({ key, value: { hubs: [...hubs], indexNowKey }, expiry, by, now })
  })
}
