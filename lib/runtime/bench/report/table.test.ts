import assert from 'node:assert/strict'
import { test } from 'node:test'
import { atLeast, atMost, milliseconds, said, table, times } from './table.ts'

test('the table says whether each budget is met, and by how much it is missed', () => {
  const rows = [
    atMost({ what: 'quick', value: 8, most: 8, show: milliseconds }),
    atMost({ what: 'slow', value: 12, most: 8, show: milliseconds }),
    atLeast({ what: 'ratio', value: 0.5, least: 1, show: times }),
    atMost({ what: 'a hair', value: 8.001, most: 8, show: milliseconds }),
    atMost({ what: 'unknown', value: Number.NaN, most: 8, show: milliseconds }),
    said('nginx', 'not installed'),
  ]
  assert.deepEqual(
    table(rows)
      .split('\n')
      .slice(2)
      .map((line) => line.split('|').map((cell) => cell.trim())[4]),
    ['yes', 'no, by 50 %', 'no, by 50 %', 'no, by 1 %', 'no', ''],
  )
})

test('every line of the table is equally long', () => {
  const lengths = table([said('a', 'b'), said('long name', 'c')])
    .split('\n')
    .map((line) => line.length)
  assert.equal(new Set(lengths).size, 1)
})
