import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  hasRole,
  may,
  mayAnywhere,
  type Permission,
  permissions,
  type Reach,
  type Scope,
  table,
} from './permissions.ts'
import { type Grant, highestRole, type Role, roles } from './roles.ts'

const everywhere = { editionId: null, blogId: null }
const user = (...grants: readonly Grant[]) => ({ id: 'me', grants })
const as = (role: Role) => user({ role, ...everywhere })

/** Written out a second time on purpose, cell by cell: a change of the table must be meant. Columns are the roles, least first. */
const cells: Readonly<Record<Permission, readonly (Reach | null)[]>> = {
  'article.create': ['any', 'any', 'any', 'any', 'any'],
  'article.edit': ['own-draft', 'own', 'any', 'any', 'any'],
  'article.review': [null, null, 'any', 'any', 'any'],
  'article.publish': [null, null, 'any', 'any', 'any'],
  'article.schedule': [null, null, 'any', 'any', 'any'],
  'article.correct': [null, null, 'any', 'any', 'any'],
  'article.withdraw': [null, null, null, 'any', 'any'],
  'article.kill': [null, null, null, 'any', 'any'],
  'article.move': [null, null, 'any', 'any', 'any'],
  'front.arrange': [null, null, 'any', 'any', 'any'],
  'alert.run': [null, null, 'any', 'any', 'any'],
  'blog.edit': [null, null, 'any', 'any', 'any'],
  'topic.edit': [null, null, null, 'any', 'any'],
  'contributor.edit': [null, null, null, 'any', 'any'],
  'page.edit': [null, null, null, 'any', 'any'],
  'edition.edit': [null, null, null, null, 'any'],
  'site.edit': [null, null, null, null, 'any'],
  'media.upload': [null, 'any', 'any', 'any', 'any'],
  'media.edit': [null, null, 'any', 'any', 'any'],
  'media.delete': [null, null, null, 'any', 'any'],
  'comment.write': [null, 'any', 'any', 'any', 'any'],
  'preview.share': [null, 'own', 'any', 'any', 'any'],
  'people.manage': [null, null, null, null, 'any'],
  'audit.read': [null, null, null, 'any', 'any'],
  'stage.edit': [null, null, null, 'any', 'any'],
  'key.manage': [null, null, null, null, 'any'],
}

const scopes: readonly { readonly name: string; readonly scope: Scope; readonly reaches: readonly Reach[] }[] = [
  { name: 'of another', scope: { authorId: 'you', state: 'draft' }, reaches: ['any'] },
  { name: 'of nobody known', scope: {}, reaches: ['any'] },
  { name: 'of their own, published', scope: { authorId: 'me', state: 'published' }, reaches: ['any', 'own'] },
  { name: 'of their own, in review', scope: { authorId: 'me', state: 'in_review' }, reaches: ['any', 'own'] },
  { name: 'of their own, a draft', scope: { authorId: 'me', state: 'draft' }, reaches: ['any', 'own', 'own-draft'] },
]

for (const [column, role] of roles.entries())
  for (const permission of permissions) {
    const reach = cells[permission][column] ?? null
    test(`${role} and ${permission}: ${reach ?? 'refused'}`, () => {
      assert.equal(table[role][permission] ?? null, reach)
      for (const { name, scope, reaches } of scopes)
        assert.equal(may(as(role), permission, scope), reach !== null && reaches.includes(reach), name)
      assert.equal(mayAnywhere(as(role), permission), reach !== null)
    })
  }

test('who has a role in a part of the newsroom is led to what that part has, and nowhere that opens nothing', () => {
  const menu = (grant: Partial<Grant>) =>
    permissions.filter((permission) =>
      mayAnywhere(user({ role: 'administrator', ...everywhere, ...grant }), permission),
    )
  const ofSite = ['people.manage', 'audit.read', 'site.edit', 'key.manage']
  const ofEdition = ['front.arrange', 'alert.run', 'topic.edit', 'contributor.edit', 'page.edit', 'edition.edit']
  const but = (left: readonly string[]) => permissions.filter((permission) => !left.includes(permission))
  assert.deepEqual(menu({}), permissions)
  assert.deepEqual(menu({ editionId: 1 }), but(ofSite))
  assert.deepEqual(menu({ blogId: 2 }), but([...ofSite, ...ofEdition]))
})

test('nobody may do anything without a grant', () => {
  for (const permission of permissions) {
    assert.equal(may(user(), permission, { editionId: 1, blogId: 2, authorId: 'me', state: 'draft' }), false)
    assert.equal(mayAnywhere(user(), permission), false)
  }
})

test('each role may do all that the one before it may', () => {
  for (const [index, role] of roles.entries())
    for (const lesser of roles.slice(0, index))
      for (const permission of permissions)
        for (const { scope } of scopes)
          if (may(as(lesser), permission, scope)) assert.ok(may(as(role), permission, scope), `${role} ${permission}`)
})

test('a grant for an edition reaches its blogs, and no other edition nor the whole site', () => {
  const editor = user({ role: 'editor', editionId: 1, blogId: null })
  assert.ok(may(editor, 'article.publish', { editionId: 1 }))
  assert.ok(may(editor, 'article.publish', { editionId: 1, blogId: 7 }))
  assert.ok(!may(editor, 'article.publish', { editionId: 2, blogId: 7 }))
  assert.ok(!may(editor, 'article.publish', { blogId: 7 }))
  assert.ok(!may(editor, 'article.publish'))
})

test('a grant for a blog reaches that blog only', () => {
  const editor = user({ role: 'editor', editionId: null, blogId: 7 })
  assert.ok(may(editor, 'article.publish', { editionId: 1, blogId: 7 }))
  assert.ok(!may(editor, 'article.publish', { editionId: 1, blogId: 8 }))
  assert.ok(!may(editor, 'front.arrange', { editionId: 1 }))
})

test('an administrator of one edition does not manage people', () => {
  assert.ok(!may(user({ role: 'administrator', editionId: 1, blogId: null }), 'people.manage'))
})

test('pictures have no edition: a role anywhere is enough', () => {
  assert.ok(may(user({ role: 'reporter', editionId: null, blogId: 7 }), 'media.upload'))
})

test('grants add up, and the highest is told', () => {
  const both = user({ role: 'contributor', ...everywhere }, { role: 'chief_editor', editionId: 3, blogId: null })
  assert.ok(may(both, 'article.kill', { editionId: 3 }))
  assert.ok(!may(both, 'article.kill', { editionId: 4 }))
  assert.equal(highestRole(both.grants), 'chief_editor')
  assert.equal(highestRole([]), null)
})

test('a role is held where its grant reaches, and every lesser one with it', () => {
  const editor = user({ role: 'editor', editionId: 1, blogId: null })
  assert.ok(hasRole(editor, 'editor', { editionId: 1, blogId: 7 }))
  assert.ok(hasRole(editor, 'reporter', { editionId: 1, blogId: 7 }))
  assert.ok(!hasRole(editor, 'chief_editor', { editionId: 1, blogId: 7 }))
  assert.ok(!hasRole(editor, 'reporter', { editionId: 2, blogId: 9 }))
  assert.ok(
    !hasRole(user({ role: 'administrator', editionId: null, blogId: 8 }), 'reporter', { editionId: 1, blogId: 7 }),
  )
})
