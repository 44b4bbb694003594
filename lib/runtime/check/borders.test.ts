import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findTrespasses } from './borders.ts'

const rulesOf = (path: string, text: string) => findTrespasses([{ path, text }]).map((trespass) => trespass.rule)

const refused: readonly (readonly [string, string, string])[] = [
  [
    'lib/domain/a.ts',
    `import { db } from '#lib/store/database/client.ts'`,
    'may not import lib/store/database/client.ts',
  ],
  ['lib/domain/a.ts', 'const now = Date.now()', 'pure folders take time and settings as arguments'],
  ['lib/edge/a.ts', `import { db } from '../store/database/client.ts'`, 'may not import lib/store/database/client.ts'],
  [
    'components/reader/a.tsx',
    `import { db } from '#lib/store/database/client.ts'`,
    'may not import lib/store/database/client.ts',
  ],
  ['app/page.tsx', `import { start } from '#lib/runtime/main.ts'`, 'may not import lib/runtime/main.ts'],
  ['components/reader/a.tsx', `'use client'\n`, `'use client' only in *.client.tsx and error.tsx`],
  [
    'components/reader/a.tsx',
    `const a = <p dangerouslySetInnerHTML={x} />`,
    'dangerouslySetInnerHTML only in components/ui/json-ld.tsx',
  ],
  [
    'lib/site/a.ts',
    `import type { Metadata } from 'next'`,
    'next may be imported only from app/, components/admin/, lib/actions/, lib/auth/, lib/runtime/, next.config',
  ],
  ['lib/domain/index.ts', '', 'no index files: import the file'],
]

for (const [path, text, rule] of refused)
  test(`${path} is refused: ${rule}`, () => {
    assert.deepEqual(rulesOf(path, text), [rule])
  })

test('what the table allows is let through', () => {
  assert.deepEqual(rulesOf('app/page.tsx', `import { findChrome } from '#lib/store/pages/chrome.ts'`), [])
  assert.deepEqual(rulesOf('lib/store/a.ts', `import type { Body } from '#lib/domain/text/body.ts'`), [])
})

test('a cycle is named once, with its way', () => {
  const files = [
    { path: 'lib/domain/a.ts', text: `import { b } from './b.ts'` },
    { path: 'lib/domain/b.ts', text: `import { a } from './a.ts'` },
  ]
  assert.deepEqual(findTrespasses(files), [
    { path: 'lib/domain/a.ts', rule: 'import cycle: lib/domain/a.ts → lib/domain/b.ts → lib/domain/a.ts' },
  ])
})
