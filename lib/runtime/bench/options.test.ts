import assert from 'node:assert/strict'
import { test } from 'node:test'
import { StartFailure } from '../failure.ts'
import { parseBenchOptions } from './options.ts'

test('options have defaults and bounds', () => {
  assert.deepEqual(parseBenchOptions([]), { articles: 20_000, rounds: 5, seconds: 3 })
  assert.equal(parseBenchOptions(['--articles', '1000000']).articles, 1_000_000)
  for (const args of [['--articles', '1e6'], ['--articles', '5'], ['--rounds', ''], ['--what'], ['more']]) {
    assert.throws(() => parseBenchOptions(args), StartFailure, args.join(' '))
  }
})
