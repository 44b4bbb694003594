import { expect } from '@playwright/test'
import { schedule } from '#lib/domain/workflow/workflow.ts'
import { changeArticle } from '#lib/store/articles/change-article.ts'
import { inTransaction } from '#lib/store/database/client.ts'
import { makeArticle } from '../newsroom-articles.ts'
import { makeTopic } from '../references.ts'
import { at, firstOf, openAll, pressUntil, type Scene } from './scene.ts'

/** The pages that arrange the newsroom itself. */
export const newsroomScenes: readonly Scene[] = [
  { name: 'calendar of a week', route: '/admin/calendar', as: 'editor', open: calendarOf('week') },
  { name: 'calendar of a month', route: '/admin/calendar', as: 'editor', open: calendarOf('month') },
  {
    ...{ name: 'addresses of a calendar', route: '/admin/calendar', as: 'editor' },
    async open(page, me) {
      await at('/admin/calendar')(page, me)
      await pressUntil(page.locator('#feed button[type=submit]'), page.locator('#feed code.secret'))
      await expect(page.locator('.calendar-feeds li')).not.toHaveCount(0)
      await openAll(page)
    },
  },
  { name: 'topics', route: '/admin/topics', as: 'chief_editor', open: at('/admin/topics') },
  { name: 'new topic', route: '/admin/topics/new', as: 'chief_editor', open: at('/admin/topics/new') },
  { name: 'topic', route: '/admin/topics/[id]', as: 'chief_editor', open: rowOf('/admin/topics') },
  {
    ...{ name: 'a topic that goes into another', route: '/admin/topics/[id]', as: 'chief_editor' },
    async open(page, me) {
      const [topic, other] = [await makeTopic(), await makeTopic()]
      await at(`/admin/topics/${topic.id}?into=${other.id}`)(page, me)
      await expect(page.locator('dialog[open]')).toBeVisible()
    },
  },
  { name: 'contributors', route: '/admin/contributors', as: 'chief_editor', open: at('/admin/contributors') },
  {
    ...{ name: 'new contributor', route: '/admin/contributors/new', as: 'chief_editor' },
    open: at('/admin/contributors/new'),
  },
  { name: 'contributor', route: '/admin/contributors/[id]', as: 'chief_editor', open: rowOf('/admin/contributors') },
  { name: 'editions', route: '/admin/editions', as: 'administrator', open: at('/admin/editions') },
  { name: 'new edition', route: '/admin/editions/new', as: 'administrator', open: at('/admin/editions/new') },
  { name: 'edition', route: '/admin/editions/[id]', as: 'administrator', open: rowOf('/admin/editions') },
  { name: 'settings', route: '/admin/settings', as: 'administrator', open: at('/admin/settings') },
  {
    ...{ name: 'a form that asks for the password again', route: '/admin/settings', as: 'administrator' },
    async open(page, me) {
      const signedInAt = new Date(Date.now() - 3_600_000)
      await inTransaction((open) => open.session.updateMany({ where: { userId: me.id }, data: { signedInAt } }))
      await at('/admin/settings')(page, me)
      await pressUntil(page.locator('#publishing-sign-in button[type=submit]'), page.locator('#step-up-password'))
    },
  },
]

/** Something to come, and the form that moves it. */
function calendarOf(view: 'week' | 'month'): Scene['open'] {
  return async (page, me) => {
    const { id } = await makeArticle({ authorId: me.id })
    const now = new Date()
    const change = { id, version: 1, by: me, action: 'schedule', now }
    await changeArticle(change, (article) => schedule(article, new Date('2042-05-08T12:00:00Z'), now))
    await at(`/admin/calendar?view=${view}&on=2042-05-08`)(page, me)
    await pressUntil(page.locator('.calendar-move').first(), page.locator('input[type=datetime-local]'))
  }
}

function rowOf(list: string): Scene['open'] {
  return async (page, me) => {
    await firstOf(list, 'tbody a')(page, me)
    await expect(page.locator('main form').first()).toBeVisible()
    await openAll(page)
  }
}
