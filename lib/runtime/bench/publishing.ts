import { Agent } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { edit, publish } from '#lib/domain/workflow/workflow.ts'
import { changeArticle } from '#lib/store/articles/change-article.ts'
import { loadArticleForChange } from '#lib/store/articles/load-article.ts'
import { inTransaction } from '#lib/store/database/client.ts'
import { fetchPage } from './pages/fetch-page.ts'
import { percentile } from './report/statistics.ts'
import { atMost, milliseconds, type Row, said } from './report/table.ts'

// The first publications compile what the later ones run.
const warmUp = 5
const rounds = 60
// The primary deals connections out in turn: these reach every worker.
const readersPerWorker = 2

/** From the commit of a new text until readers at every worker have seen it. */
export async function benchPublishing(site: {
  readonly url: string
  readonly articleId: number
  readonly workers: number
}): Promise<readonly Row[]> {
  const agents = Array.from(
    { length: site.workers * readersPerWorker },
    () => new Agent({ keepAlive: true, maxSockets: 1 }),
  )
  for (const agent of agents) for (let time = 0; time < 3; time += 1) await fetchPage(site.url, { agent })
  const actions: number[] = []
  const times: number[] = []
  for (let round = 1; round <= warmUp + rounds; round += 1) {
    const mark = `Bench ${Date.now()} ${round}`
    const seen = Promise.all(agents.map((agent) => seenBy(agent, site.url, mark)))
    const startedAt = performance.now()
    await publishStandfirst(site.articleId, mark)
    const committedAt = performance.now()
    await seen
    if (round > warmUp) {
      actions.push(committedAt - startedAt)
      times.push(performance.now() - committedAt)
    }
    await wait(50)
  }
  for (const agent of agents) agent.destroy()
  const what = `publish → visible in all ${site.workers} workers`
  return [
    said('publishing itself, one transaction, p50', milliseconds(percentile(actions, 0.5))),
    atMost({ what: `${what}, p50`, value: percentile(times, 0.5), most: 100, show: milliseconds }),
    atMost({ what: `${what}, p99`, value: percentile(times, 0.99), most: 100, show: milliseconds }),
  ]
}

async function seenBy(agent: Agent, url: string, mark: string): Promise<void> {
  const end = performance.now() + 10_000
  let known = ''
  while (performance.now() < end) {
    // Asks as a browser does, for what is new: the measurement is no load on what it measures.
    const page = await fetchPage(url, { agent, known })
    if (page.status === 200 && page.text().includes(mark)) return
    known = page.headers.etag ?? known
    await wait(2)
  }
  throw new Error(`"${mark}" was not visible within ten seconds`)
}

async function publishStandfirst(id: number, standfirst: string): Promise<void> {
  const loaded = await inTransaction(() => loadArticleForChange(id))
  if (!loaded) throw new Error(`There is no article ${id}`)
  const now = new Date()
  const by = { name: 'bench' }
  const change = { id, version: loaded.article.version, by, action: 'publish', now }
  const done = await changeArticle(change, (article, { newestRevisionId }) => {
    const edited = edit(article, { ...article.text, standfirst }, newestRevisionId)
    return edited.ok ? publish(edited.value, now) : edited
  })
  if (!done.ok) throw new Error(`The article could not be published: ${done.error.kind}`)
}
