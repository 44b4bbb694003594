import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { navGroups } from './nav-items.ts'

const desk = join(import.meta.dirname, '../../../app/(newsroom)/admin/(desk)')

/** Folders in parentheses group pages and are no part of their addresses. */
const pages = new Set(
  globSync('**/page.tsx', { cwd: desk }).map((page) => `/admin/${dirname(page)}`.replace(/\/\([^)]+\)|\/\.$/g, '')),
)

test('the navigation leads only to pages that are there', () => {
  const grants = [{ role: 'administrator', editionId: null, blogId: null }] as const
  const person = { id: 'x', name: 'X', email: 'x@example.org', interfaceLocale: 'en', sessionId: 's', grants }
  const groups = navGroups({ ...person, signedInAt: new Date(0) }, adminWords('en'))
  for (const { href } of groups.flatMap(({ items }) => items)) assert.ok(pages.has(href), href)
})
