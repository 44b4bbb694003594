import { type Crawler, isCrawler } from '#lib/domain/site/crawlers.ts'
import { tags } from '#lib/domain/workflow/tags.ts'
import { nameTags } from '#lib/env/slot.ts'
import { database } from '#lib/store/database/client.ts'
import { changeSetting } from './change-setting.ts'

const key = 'denied-crawlers'

/** Crawlers that robots.txt keeps out. */
export async function findDeniedCrawlers(): Promise<readonly Crawler[]> {
  nameTags(tags.robots())
  const setting = await database().setting.findUnique({ where: { key } })
  return Array.isArray(setting?.value)
    ? setting.value.filter((value): value is Crawler => typeof value === 'string' && isCrawler(value))
    : []
}

export async function changeDeniedCrawlers(change: {
  readonly denied: readonly Crawler[]
  readonly by: string
  readonly now: Date
}): Promise<void> {
  // A crawler that is kept out may not read an old copy of what it may read.
  const expiry = { tags: [tags.robots()], isHard: true }
  await changeSetting({ ...change, key, value: [...change.denied], expiry })
}
