import assert from 'node:assert/strict'
import { test } from 'node:test'
import { may } from '#lib/domain/people/permissions.ts'
import type { Role } from '#lib/domain/people/roles.ts'
import type { State } from '#lib/domain/workflow/newsroom.ts'
import { actsOn } from './acts.ts'

const at = new Date('2026-06-01T00:00:00Z')
const live = { kind: 'published', firstAt: at, textChangedAt: null } as const
const stages = {
  draft: { kind: 'draft' },
  in_review: { kind: 'in_review' },
  approved: { kind: 'approved' },
  scheduled: { kind: 'scheduled', for: at },
  published: { ...live, shows: 'newest' },
  pending: { ...live, shows: { revisionId: 1 } },
  update: { ...live, shows: { revisionId: 1 }, updateAt: at },
  leaving: { ...live, shows: 'newest', withdrawal: { at, notice: null, reason: null } },
  withdrawn: { kind: 'withdrawn', firstAt: at, at, notice: null },
  killed: { kind: 'killed', firstAt: at, at, notice: null },
} as const satisfies Record<string, State>

const editorOf = {
  draft: 'submit publish schedule embargo',
  in_review: 'approve send-back publish schedule embargo',
  approved: 'send-back publish schedule embargo',
  scheduled: 'unschedule publish schedule embargo',
  published: 'correct',
  pending: 'publish schedule correct',
  update: 'publish schedule unschedule correct',
  leaving: 'correct',
  withdrawn: 'publish',
  killed: '',
} as const satisfies Record<keyof typeof stages, string>

const table: Readonly<Record<Role, Readonly<Record<keyof typeof stages, string>>>> = (() => {
  const nothing = { ...{ draft: '', in_review: '', approved: '', scheduled: '' }, ...{ published: '', pending: '' } }
  const writer = { ...nothing, draft: 'submit', update: '', leaving: '', withdrawn: '', killed: '' }
  const chief = {
    ...editorOf,
    published: 'correct set-withdrawal withdraw kill',
    pending: 'publish schedule correct set-withdrawal withdraw kill',
    update: 'publish schedule unschedule correct set-withdrawal withdraw kill',
    leaving: 'unset-withdrawal correct set-withdrawal withdraw kill',
    withdrawn: 'publish kill',
  }
  return { contributor: writer, reporter: writer, editor: editorOf, chief_editor: chief, administrator: chief }
})()

for (const [role, cells] of Object.entries(table))
  for (const [state, expected] of Object.entries(cells))
    test(`with an own article that is ${state} a ${role} may: ${expected || 'nothing'}`, () => {
      const grants = [{ role: role as Role, editionId: null, blogId: null }]
      const { kind } = stages[state as keyof typeof stages]
      const scope = { editionId: 1, blogId: 1, authorId: 'me', state: kind }
      const acts = actsOn(stages[state as keyof typeof stages], (permission) =>
        may({ id: 'me', grants }, permission, scope),
      )
      assert.equal(acts.join(' '), expected)
    })
