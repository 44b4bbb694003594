import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withDatabase } from '#lib/store/testing/database.ts'
import { tablesLeftBehind, transferTables } from './tables.ts'

const db = withDatabase()

test('every table is exported, or left behind for a reason', async () => {
  const rows = await db.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1`,
  )
  const said = [...transferTables.map(({ name }) => name), ...Object.keys(tablesLeftBehind)].toSorted()
  assert.deepEqual(said, rows.map(({ name }) => name).toSorted())
  assert.equal(new Set(said).size, said.length)
})

test('nothing that lets anybody in is exported', async () => {
  const columns = await db.query<{ table: string; column: string }>(
    `SELECT table_name AS table, column_name AS column FROM information_schema.columns WHERE table_schema = 'public'`,
  )
  for (const { name, columns: chosen } of transferTables) {
    const own = columns.filter(({ table }) => table === name).map(({ column }) => column)
    for (const column of chosen ?? own) {
      assert.ok(own.includes(column), `${name}.${column}`)
      const isPublicToken = name === 'Picture' || name === 'FormerPicture'
      assert.ok(isPublicToken || !/password|secret|token|backupCodes|sealed/i.test(column), `${name}.${column}`)
    }
  }
})
