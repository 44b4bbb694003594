import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { everyPage } from '../support/demo/templates.ts'

const jar = join(import.meta.dirname, '../../node_modules/vnu-jar/build/dist/vnu.jar')

type Message = { readonly type: string; readonly url: string; readonly message: string; readonly extract?: string }

test('the Nu HTML checker finds no error on any page', async ({ request }) => {
  test.setTimeout(180_000)
  const folder = mkdtempSync(join(tmpdir(), 'masthead-html-'))
  for (const [position, page] of everyPage.entries())
    writeFileSync(join(folder, `${position}.html`), await (await request.get(page.path)).text())
  const report = check(folder)
  const errors = report.filter((message) => message.type === 'error').map((message) => explain(message))
  expect(errors).toEqual([])
})

test('the checker does find an error where there is one', () => {
  const folder = mkdtempSync(join(tmpdir(), 'masthead-html-'))
  writeFileSync(join(folder, 'bad.html'), '<!doctype html><html lang="en"><title>x</title><p><div></p>')
  expect(check(folder).some((message) => message.type === 'error')).toBe(true)
})

function check(folder: string): readonly Message[] {
  const java = process.env.JAVA_PATH ?? 'java'
  const args = ['-jar', jar, '--format', 'json', '--exit-zero-always', '--stdout', '--skip-non-html', folder]
  const output = execFileSync(java, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  const parsed: { readonly messages: readonly Message[] } = JSON.parse(output)
  return parsed.messages
}

function explain(message: Message): string {
  const position = Number(/(\d+)\.html$/.exec(message.url)?.[1])
  return `${everyPage[position]?.name}: ${message.message} — ${message.extract ?? ''}`
}
