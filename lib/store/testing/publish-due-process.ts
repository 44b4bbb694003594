import { publishNextDue } from '#lib/store/articles/due-articles.ts'

/** A process of its own that publishes what is due and tells its parent of each; the test may kill it at any moment. */
const now = new Date(process.argv[2] ?? '')
process.send?.('ready')
process.once('message', async () => {
  for (;;) {
    const outcome = await publishNextDue(now)
    if (!outcome) break
    process.send?.(outcome.articleId)
  }
  process.exit(0)
})
