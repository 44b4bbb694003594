import { carryOutDue, findNextDue } from '#lib/store/articles/due-articles.ts'

/** A process of its own that publishes and withdraws what is due and tells its parent of each batch; the test may kill it at any moment. */
const now = new Date(process.argv[2] ?? '')
// As one that serves: it has looked every second, and is connected.
await findNextDue()
process.send?.('ready')
process.once('message', async () => {
  for (;;) {
    const outcomes = await carryOutDue(now, 250)
    if (outcomes.length === 0) break
    process.send?.(outcomes.length)
  }
  process.exit(0)
})
