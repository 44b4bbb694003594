import { expect } from '@playwright/test'
import { schedule } from '#lib/domain/workflow/workflow.ts'
import { changeArticle } from '#lib/store/articles/change-article.ts'
import { makeArticle } from '../newsroom-articles.ts'
import { at, firstOf, openAll, type Scene } from './scene.ts'

/** The pages that arrange the newsroom itself, and what is done to many articles at once. */
export const newsroomScenes: readonly Scene[] = [
  {
    ...{ name: 'calendar of a week', route: '/admin/calendar', as: 'editor' },
    async open(page, me) {
      const { id } = await makeArticle({ authorId: me.id })
      const now = new Date()
      const change = { id, version: 1, by: me, action: 'schedule', now }
      await changeArticle(change, (article) => schedule(article, new Date('2042-05-08T12:00:00Z'), now))
      await at('/admin/calendar?view=week&on=2042-05-08')(page, me)
    },
  },
  {
    ...{ name: 'calendar of a month', route: '/admin/calendar', as: 'editor' },
    open: at('/admin/calendar?view=month&on=2042-05-08'),
  },
  {
    ...{ name: 'one act on many articles', route: '/admin/articles/bulk', as: 'chief_editor' },
    async open(page, me) {
      const made = [await makeArticle({ isPublished: true }), await makeArticle()]
      await at(`/admin/articles/bulk?act=withdraw&${made.map(({ id }) => `article=${id}`).join('&')}`)(page, me)
    },
  },
  {
    ...{ name: 'one act on no article', route: '/admin/articles/bulk', as: 'chief_editor' },
    open: at('/admin/articles/bulk'),
  },
  { name: 'topics', route: '/admin/topics', as: 'chief_editor', open: at('/admin/topics') },
  { name: 'new topic', route: '/admin/topics/new', as: 'chief_editor', open: at('/admin/topics/new') },
  { name: 'topic', route: '/admin/topics/[id]', as: 'chief_editor', open: rowOf('/admin/topics') },
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
]

function rowOf(list: string): Scene['open'] {
  return async (page, me) => {
    await firstOf(list, 'tbody a')(page, me)
    await expect(page.locator('main form').first()).toBeVisible()
    await openAll(page)
  }
}
