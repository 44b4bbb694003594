import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, type Page, test } from '@playwright/test'
import { signIn } from '../support/sign-in.ts'
import { beginArticle, copiesOf, openText, textOf } from '../support/writing.ts'

const root = join(import.meta.dirname, '..', '..')
const url = `http://localhost:${process.env.E2E_PORT}`
let server: ChildProcess | undefined

test.setTimeout(300_000)

async function startServer(): Promise<void> {
  server = spawn(process.execPath, ['lib/runtime/main.ts'], {
    cwd: root,
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, ...{ DATABASE_URL: '', PORT: process.env.E2E_PORT, SITE_URL: url } },
  })
  for (let turn = 0; turn < 600; turn++) {
    const isUp = await fetch(`${url}/health`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (isUp) return
    if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode}`)
    await pause(200)
  }
  throw new Error('The server did not start')
}

/** `kill -9` of the program with all its processes: nothing gets to say goodbye. Its database is a session of its own. */
function killServer(): void {
  if (server?.pid) process.kill(-server.pid, 'SIGKILL')
  server = undefined
}

/** Ends it as a person would: its database ends with it. */
async function stopServer(): Promise<void> {
  if (!server || server.exitCode !== null) return
  const end = once(server, 'exit')
  server.kill('SIGTERM')
  await end
}

test.beforeAll(startServer)
test.afterAll(stopServer)

type Typed = { readonly word: string; readonly at: number }

/** Types numbered words, as fast as a fast typist, for so long. */
async function typeFor(page: Page, ms: number, typed: Typed[]): Promise<void> {
  const end = Date.now() + ms
  while (Date.now() < end) {
    const word = `word${typed.length + 1}`
    await page.keyboard.type(`${word} `, { delay: 15 })
    typed.push({ word, at: Date.now() })
  }
}

test('a minute of typing through kill -9, a cut network and a crashed tab loses a second at most', async ({
  page,
  context,
}) => {
  await signIn(page, 'editor')
  const id = await beginArticle(page)
  const typed: Typed[] = []

  await typeFor(page, 12_000, typed)
  killServer()
  await typeFor(page, 8_000, typed)
  const restarted = startServer()
  await typeFor(page, 8_000, typed)
  await restarted
  await typeFor(page, 8_000, typed)
  await context.setOffline(true)
  await typeFor(page, 8_000, typed)
  await context.setOffline(false)
  await typeFor(page, 6_000, typed)
  await context.setOffline(true)
  await typeFor(page, 6_000, typed)

  const crashedAt = Date.now()
  const crashed = page.waitForEvent('crash')
  await Promise.all([crashed, page.goto('chrome://crash').catch(() => undefined)])
  await page.close()
  await context.setOffline(false)
  const acknowledged = (await copiesOf(id)).join('\n')

  const next = await context.newPage()
  await next.goto(`/admin/articles/${id}`)
  await next.getByRole('button', { name: 'Take this text' }).click({ timeout: 30_000 })
  await openText(next)
  const found = new Set(((await textOf(next).textContent()) ?? '').split(/\s+/))
  const [, ...inAcknowledged] = acknowledged.match(/word\d+/g) ?? []
  expect(inAcknowledged.length).toBeGreaterThan(50)
  expect(inAcknowledged.filter((word) => !found.has(word) && /^word\d+$/.test(word))).toEqual([])
  const lost = typed.filter(({ word, at }) => !found.has(word) && at < crashedAt - 1000)
  expect(lost).toEqual([])
  expect(typed.length).toBeGreaterThan(200)

  await next.keyboard.press('ControlOrMeta+s')
  await expect(next.getByText('Saved as a revision.')).toBeVisible({ timeout: 15_000 })
  await next.reload()
  await expect(textOf(next)).toContainText(typed[0]?.word ?? '')
})
