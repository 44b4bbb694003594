import { inTransaction } from '#lib/store/database/client.ts'
import { createSite, hasNewsroom } from '#lib/store/sections/create-newsroom.ts'
import { seedArticles } from './articles.ts'
import { readDemoNewsroom } from './demo-newsroom.ts'
import { seedEdition } from './edition.ts'
import { drawPictures } from './pictures.ts'

type Log = (text: string) => void

/** Far longer than it takes anywhere; a bound all the same. */
const transactionTimeoutMs = 300_000

/**
 * Loads the demo newsroom (prisma/demo) into a database without content; leaves one with content alone. All of its rows come in
 * one transaction: after a failure there is nothing to clean up.
 */
export async function seedDemo({ log }: { readonly log: Log }): Promise<void> {
  if (await hasNewsroom()) {
    log('there is a newsroom in this database already: left as it is')
    return
  }
  const demo = readDemoNewsroom()
  const pictures = await drawPictures(demo, log)
  await inTransaction(async () => {
    await createSite({ name: 'Masthead', legalName: 'Masthead demonstration newsroom', email: null })
    const now = new Date()
    const editions = []
    for (const [position, edition] of demo.editions.entries())
      editions.push(await seedEdition(edition, { position, pictures: pictures.get(edition.key) ?? new Map(), now }))
    await seedArticles(editions, now)
    log(`${demo.editions.length} editions with ${demo.editions.flatMap((edition) => edition.articles).length} articles`)
  }, transactionTimeoutMs)
}
