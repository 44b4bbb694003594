import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type Postgres, startPostgres } from '../postgres/start.ts'
import { freePort } from '../processes/free-port.ts'
import { createNewsroom, query } from './newsroom.ts'
import { killLeftovers, type Settings, startSite, temporaryFolder } from './site.ts'

let folder = ''
before(async () => {
  folder = await temporaryFolder()
})
after(async () => {
  killLeftovers()
  await rm(folder, { recursive: true, force: true })
})

/** A start that must end by itself, with 1, and say both what is wrong and what to do. */
async function refusal(settings: Settings): Promise<string> {
  const site = await startSite(settings)
  assert.equal(await site.exit, 1, site.output())
  assert.match(site.output(), /\n→ \S/, 'no next step')
  assert.doesNotMatch(site.output(), /\n {4}at /, 'a stack is for bugs')
  return site.output()
}

test('bad settings are all named at once', async () => {
  const output = await refusal({ varDir: join(folder, 'a'), env: { WEB_CONCURRENCY: 'many', SITE_URL: 'news' } })
  assert.match(output, /WEB_CONCURRENCY is "many", but must be/)
  assert.match(output, /SITE_URL is "news", but must be/)
  assert.equal(existsSync(join(folder, 'a')), false, 'wrote before it checked')
})

test('a taken port is named, and nothing is started', async () => {
  const port = await freePort()
  const other = createServer().listen(port, '127.0.0.1')
  const output = await refusal({ varDir: join(folder, 'b'), env: { PORT: String(port) } })
  other.close()
  assert.match(output, new RegExp(`Port ${port} is already in use`))
  assert.equal(existsSync(join(folder, 'b', 'postgres')), false)
})

test('a var that can not be a folder is named', async () => {
  const file = join(folder, 'file')
  await writeFile(file, 'precious')
  assert.match(await refusal({ varDir: file }), new RegExp(`${file} can't be written`))
  assert.equal(await readFile(file, 'utf8'), 'precious')
})

test('an address of another machine is refused', async () => {
  assert.match(await refusal({ varDir: join(folder, 'c'), env: { HOST: '192.0.2.7' } }), /HOST is "192\.0\.2\.7"/)
})

test('an unreachable database is named without its password', async () => {
  const DATABASE_URL = `postgresql://editor:s3cret@127.0.0.1:${await freePort()}/news`
  const output = await refusal({ varDir: join(folder, 'd'), env: { DATABASE_URL } })
  assert.match(output, /The database at postgresql:\/\/editor:\*\*\*@127\.0\.0\.1:\d+\/news can't be reached/)
  assert.doesNotMatch(output, /s3cret/)
})

test('a foreign folder where the database should be is left alone', async () => {
  const data = join(folder, 'e', 'postgres', 'data')
  await rm(data, { recursive: true, force: true })
  const { mkdir } = await import('node:fs/promises')
  await mkdir(data, { recursive: true })
  await writeFile(join(data, 'thesis.txt'), 'precious')
  assert.match(await refusal({ varDir: join(folder, 'e') }), /is not a PostgreSQL folder/)
  assert.equal(await readFile(join(data, 'thesis.txt'), 'utf8'), 'precious')
})

test('a database of a newer program is refused and not changed', async () => {
  let postgres: Postgres | null = null
  try {
    postgres = await startPostgres(join(folder, 'newer'))
    await createNewsroom(postgres.url)
    await query(
      postgres.url,
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('n', 'n', '2999_next', now())`,
    )
    const output = await refusal({ varDir: join(folder, 'f'), env: { DATABASE_URL: postgres.url } })
    assert.match(output, /newer version of this program \(it has 2999_next\)/)
    assert.deepEqual(await query(postgres.url, 'SELECT name FROM "Edition"'), [{ name: 'The Kept Gazette' }])
  } finally {
    await postgres?.stop()
  }
})
