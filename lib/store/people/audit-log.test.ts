import assert from 'node:assert/strict'
import { test } from 'node:test'
import { appendAudits } from '#lib/store/audit.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { auditPageSize, listAudit, readAudit } from './audit-log.ts'

const db = withDatabase()
const noon = new Date('2026-11-22T12:00:00Z')
const filterBy = (actor: string) => ({ actor, action: null, subject: null, from: null, until: null })
const entry = (actor: string, action = 'article.save') => ({
  actor,
  action,
  subject: 'article:1',
  details: {},
  at: noon,
})

test('a trail of several people', () =>
  appendAudits([
    ...['Артём Зелёный', 'Gülnara Osmonova', 'علی کریمی', '100% Ours', 'somebody else'].map((actor) => entry(actor)),
    // Two of one name, by turns, over more than two pages.
    ...Array.from({ length: 130 }, (_, index) => entry(index % 3 === 0 ? 'Chynara Asanova' : 'Chynara Bekova')),
    entry('Chynara Asanova', 'article.publish'),
  ]))

async function actorsOf(text: string): Promise<readonly string[]> {
  const { lines } = await listAudit(filterBy(text), null)
  const exported = await Array.fromAsync(readAudit(filterBy(text)))
  assert.deepEqual(
    exported.map(({ id }) => id).reverse(),
    lines.map(({ id }) => id),
    'the export has the same lines',
  )
  return lines.map(({ actor }) => actor)
}

test('the audit log finds a person by a part of the name, however it is typed', async () => {
  for (const typed of ['зелен', 'АРТЕМ', 'ёный', 'Зелёный Артём'])
    assert.deepEqual(await actorsOf(typed), ['Артём Зелёный'])
  for (const typed of ['gulnara', 'OSMON', 'Gülnara Osm']) assert.deepEqual(await actorsOf(typed), ['Gülnara Osmonova'])
  // With the letters of an Arabic keyboard.
  assert.deepEqual(await actorsOf('علي كريم'), ['علی کریمی'])
  assert.deepEqual(await actorsOf('%'), ['100% Ours'])
  assert.deepEqual(await actorsOf('nobody of this name'), [])
  assert.deepEqual(await actorsOf('Gulnara Asanova'), [])
})

test('pages of several who share a name leave out no line and repeat none', async () => {
  const seen: bigint[] = []
  let next: bigint | null = null
  do {
    const page = await listAudit(filterBy('chynara'), next)
    assert.ok(page.lines.length <= auditPageSize)
    seen.push(...page.lines.map(({ id }) => id))
    next = page.next
  } while (next !== null)
  const rows = await db.query<{ id: string }>(
    `SELECT "id" FROM "AuditEvent" WHERE "actor" LIKE 'Chynara%' ORDER BY "id" DESC`,
  )
  assert.equal(seen.length, 131)
  assert.deepEqual(
    seen.map(String),
    rows.map(({ id }) => String(id)),
  )
})

test('a part of a name goes together with the other filters', async () => {
  const { lines } = await listAudit({ ...filterBy('chynara'), action: 'article.pub' }, null)
  assert.deepEqual(
    lines.map(({ actor, action }) => [actor, action]),
    [['Chynara Asanova', 'article.publish']],
  )
  const later = new Date(noon.getTime() + 1)
  assert.deepEqual((await listAudit({ ...filterBy('chynara'), from: later }, null)).lines, [])
  assert.equal((await Array.fromAsync(readAudit({ ...filterBy('chynara'), until: later }))).length, 131)
})
