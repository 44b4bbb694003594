import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { until } from '#lib/runtime/testing/until.ts'
import { readPostmasterFile } from '../postgres/postmaster.ts'
import { startPostgres } from '../postgres/start.ts'
import { isRunning } from '../processes/process-birth.ts'
import { createNewsroom } from './newsroom.ts'
import { killGroup, killLeftovers, type Site, startSite, temporaryFolder } from './site.ts'

let varDir = ''
const data = () => join(varDir, 'postgres', 'data')

before(async () => {
  varDir = await temporaryFolder()
  const postgres = await startPostgres(join(varDir, 'postgres'))
  await createNewsroom(postgres.url)
  await postgres.stop()
})
after(async () => {
  killLeftovers()
  const left = readPostmasterFile(data())
  if (left && isRunning(left.pid)) process.kill(left.pid, 'SIGQUIT')
  await rm(varDir, { recursive: true, force: true, maxRetries: 5 })
})

async function openSite(): Promise<Site> {
  const site = await startSite({ varDir })
  await site.says(/Masthead is open/)
  return site
}

async function front(site: Site): Promise<string> {
  const response = await fetch(site.url)
  assert.equal(response.status, 200, site.output())
  return response.text()
}

async function stopped(site: Site): Promise<void> {
  site.child.kill('SIGTERM')
  assert.equal(await site.exit, 0, site.output())
}

test('SIGTERM ends requests, workers and database in good order', async () => {
  const site = await openSite()
  assert.match(await front(site), /The Kept Gazette/)
  assert.deepEqual(await (await fetch(`${site.url}/health`)).json(), { status: 'ok', database: 'up' })
  await stopped(site)
  assert.equal(existsSync(join(data(), 'postmaster.pid')), false)
  assert.match(await readFile(join(varDir, 'postgres', 'server.log'), 'utf8'), /database system is shut down\n$/)
})

test('after kill -9 of the site alone, the next start ends the orphaned database and has all data', async () => {
  const site = await openSite()
  const orphan = readPostmasterFile(data())?.pid ?? 0
  killGroup(site.child)
  await site.exit
  assert.ok(isRunning(orphan), 'the database should outlive its program here')
  const next = await openSite()
  assert.ok(!isRunning(orphan))
  assert.match(await front(next), /The Kept Gazette/)
  await stopped(next)
})

test('after kill -9 of everything, the next start recovers and has all data', async () => {
  const site = await openSite()
  const postmaster = readPostmasterFile(data())?.pid ?? 0
  killGroup(site.child)
  process.kill(postmaster, 'SIGKILL')
  await site.exit
  const next = await openSite()
  assert.match(await front(next), /The Kept Gazette/)
  await stopped(next)
})

test('a killed worker is replaced and a killed database starts again, while the site runs', async () => {
  const site = await openSite()
  assert.match(await front(site), /The Kept Gazette/)
  process.kill(workerOf(site), 'SIGKILL')
  await site.says(/Worker 1 ended \(SIGKILL\)/)
  await untilServes(site)
  process.kill(readPostmasterFile(data())?.pid ?? 0, 'SIGKILL')
  await site.says(/The database runs again/)
  assert.match(await front(site), /The Kept Gazette/)
  await stopped(site)
})

test('a second program on the same var is refused, and the first goes on', async () => {
  const site = await openSite()
  const second = await startSite({ varDir })
  assert.equal(await second.exit, 1)
  assert.match(second.output(), /Another Masthead \(process \d+\) already uses the database/)
  assert.match(await front(site), /The Kept Gazette/)
  await stopped(site)
})

function workerOf(site: Site): number {
  const children = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(site.child.pid)], { encoding: 'utf8' })
  return Number.parseInt(children.split('\n').find((line) => line.includes('worker.ts')) ?? '', 10)
}

async function untilServes(site: Site): Promise<void> {
  const serves = () =>
    fetch(`${site.url}/health`).then(
      (response) => response.ok,
      () => false,
    )
  await until(serves, () => `a worker serves again:\n${site.output()}`)
}
