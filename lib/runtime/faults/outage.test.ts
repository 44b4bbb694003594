import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { until } from '#lib/runtime/testing/until.ts'
import { type Postgres, startPostgres } from '../postgres/start.ts'
import { createNewsroom, renameEdition } from './newsroom.ts'
import { killLeftovers, type Site, startSite, temporaryFolder } from './site.ts'

let folder = ''
let postgres: Postgres
before(async () => {
  folder = await temporaryFolder()
  postgres = await startPostgres(join(folder, 'elsewhere'))
  await createNewsroom(postgres.url)
})
after(async () => {
  killLeftovers()
  await postgres.stop()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

// A database of one's own comes with a secret of one's own.
const AUTH_SECRET = 'only-for-this-test'.repeat(2)
const openSite = () => startSite({ varDir: join(folder, 'var'), env: { DATABASE_URL: postgres.url, AUTH_SECRET } })

const databaseIs = async (site: Site, state: string) =>
  (await (await fetch(`${site.url}/health`)).text()).includes(`"database":"${state}"`)
const frontSays = async (site: Site, words: string) => (await (await fetch(site.url)).text()).includes(words)

test('pages visited before are served without the database, also after a restart; then updates come by themselves', async () => {
  const first = await openSite()
  await first.says(/Masthead is open/)
  assert.ok(await frontSays(first, 'The Kept Gazette'))
  await postgres.stop()
  await until(
    () => databaseIs(first, 'down'),
    () => `the outage is seen:\n${first.output()}`,
  )
  assert.equal((await fetch(first.url)).status, 200)
  first.child.kill('SIGTERM')
  assert.equal(await first.exit, 0, first.output())

  const second = await openSite()
  await second.says(/database unreachable: serving stored copies, retrying/)
  await second.says(/Masthead is open/)
  assert.ok(await frontSays(second, 'The Kept Gazette'))

  postgres = await startPostgres(join(folder, 'elsewhere'))
  await until(
    () => databaseIs(second, 'up'),
    () => `the database is found again:\n${second.output()}`,
  )
  await renameEdition(postgres.url, 'The Renamed Gazette')
  await until(
    () => frontSays(second, 'The Renamed Gazette'),
    () => `the change is seen:\n${second.output()}`,
  )
  second.child.kill('SIGTERM')
  assert.equal(await second.exit, 0, second.output())
})
