import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type AppliedMigration, breaksTransaction, planMigrations } from './plan.ts'

const first = { name: '20260101_first', sql: 'SELECT 1', checksum: 'a' }
const second = { name: '20260201_second', sql: 'SELECT 2', checksum: 'b' }
const row = (of: typeof first, change: Partial<AppliedMigration> = {}): AppliedMigration => ({
  name: of.name,
  checksum: of.checksum,
  isFinished: true,
  isRolledBack: false,
  ...change,
})

test('an empty database gets everything, in the order of the names', () => {
  assert.deepEqual(planMigrations([second, first], []), { ok: true, value: [first, second] })
})

test('what was applied is not applied again', () => {
  assert.deepEqual(planMigrations([first, second], [row(first)]), { ok: true, value: [second] })
  assert.deepEqual(planMigrations([first, second], [row(first), row(second)]), { ok: true, value: [] })
})

test('a database of a newer program is refused', () => {
  assert.deepEqual(planMigrations([first], [row(first), row(second)]), {
    ok: false,
    error: { kind: 'newer-schema', names: [second.name] },
  })
})

test('a migration that another tool left half-way is refused', () => {
  assert.deepEqual(planMigrations([first], [row(first, { isFinished: false })]), {
    ok: false,
    error: { kind: 'unfinished', name: first.name },
  })
})

test('a rolled back migration is applied again', () => {
  const rows = [row(first, { isFinished: false, isRolledBack: true })]
  assert.deepEqual(planMigrations([first], rows), { ok: true, value: [first] })
})

test('a file that differs from the one applied is refused', () => {
  assert.deepEqual(planMigrations([first], [row(first, { checksum: 'z' })]), {
    ok: false,
    error: { kind: 'changed-file', name: first.name },
  })
})

test('statements that leave the one transaction are found', () => {
  assert.equal(breaksTransaction('CREATE TABLE a ();\nCOMMIT;\nDROP TABLE b;'), 'COMMIT;')
  assert.equal(breaksTransaction('begin transaction;'), 'begin transaction;')
  assert.equal(breaksTransaction('CREATE INDEX CONCURRENTLY i ON a (b);'), 'CONCURRENTLY')
})

test('function bodies and comments may hold such words', () => {
  const trigger = 'CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$\nBEGIN\n  RETURN NULL;\nEND;\n$$;'
  assert.equal(breaksTransaction(trigger), null)
  assert.equal(breaksTransaction('-- CREATE INDEX CONCURRENTLY would not do here\nSELECT 1;'), null)
})
