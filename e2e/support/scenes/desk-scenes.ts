import { expect, type Page } from '@playwright/test'
import { hashPassword } from '#lib/auth/password.ts'
import { inTransaction } from '#lib/store/database/client.ts'
import { boardPath, standsAt } from '../boards.ts'
import { makeArticleOn, makeDesk } from '../desks.ts'
import { makeArticle } from '../newsroom-articles.ts'
import { makePerson, password } from '../people/people.ts'
import type { Colleague } from '../people/sign-in.ts'
import { at, firstOf, openAll, pressUntil, type Scene } from './scene.ts'

/** The pages around the text. */
export const deskScenes: readonly Scene[] = [
  {
    ...{ name: 'desk', route: '/admin', as: 'chief_editor' },
    async open(page, me) {
      await makeArticle({ authorId: me.id })
      await at('/admin')(page, me)
      await openAll(page)
    },
  },
  { name: 'desk of nobody’s work', route: '/admin', as: 'contributor', open: at('/admin') },
  {
    ...{ name: 'account menu', route: '/admin', as: 'editor' },
    async open(page, me) {
      await at('/admin')(page, me)
      await page.locator('.account > summary').click()
      await expect(page.locator('.account .menu')).toBeVisible()
    },
  },
  { name: 'articles', route: '/admin/articles', as: 'editor', open: at('/admin/articles') },
  { name: 'no article fits', route: '/admin/articles', as: 'editor', open: at('/admin/articles?text=zzxxqqy') },
  { name: 'board, a card on its way', route: '/admin/board', as: 'editor', open: boardWith('.board-move') },
  { name: 'board, a deadline being set', route: '/admin/board', as: 'editor', open: boardWith('.deadline') },
  {
    ...{ name: 'board of nobody’s work', route: '/admin/board', as: 'editor' },
    open: async (page, me) => at(boardPath(await makeDesk()))(page, me),
  },
  { name: 'new article', route: '/admin/articles/new', as: 'reporter', open: at('/admin/articles/new') },
  {
    ...{ name: 'new article, refused', route: '/admin/articles/new', as: 'reporter' },
    async open(page, me) {
      await at('/admin/articles/new')(page, me)
      await page.locator('input[name=headline]').fill(' ')
      await page.locator('main form button[type=submit]').click()
      await expect(page.locator('.notice.bad')).toBeFocused()
    },
  },
  { name: 'pictures', route: '/admin/pictures', as: 'editor', open: at('/admin/pictures') },
  { name: 'no picture fits', route: '/admin/pictures', as: 'editor', open: at('/admin/pictures?text=zzxxqqy') },
  { name: 'picture', route: '/admin/pictures/[id]', as: 'chief_editor', open: demoPicture },
  { name: 'picture of others', route: '/admin/pictures/[id]', as: 'reporter', open: demoPicture },
  { name: 'blogs', route: '/admin/blogs', as: 'chief_editor', open: at('/admin/blogs') },
  { name: 'blog', route: '/admin/blogs/[id]', as: 'chief_editor', open: textOf('/admin/blogs') },
  { name: 'stages', route: '/admin/stages', as: 'chief_editor', open: at('/admin/stages') },
  {
    ...{ name: 'desk without stages', route: '/admin/stages/[desk]', as: 'chief_editor' },
    async open(page, me) {
      const { blogId } = await makeDesk()
      await at(`/admin/stages/blog-${blogId}`)(page, me)
    },
  },
  {
    ...{ name: 'stages of a desk', route: '/admin/stages/[desk]', as: 'chief_editor' },
    async open(page, me) {
      const desk = await makeDesk(newsDesk)
      await makeArticleOn(desk)
      await at(`/admin/stages/blog-${desk.blogId}`)(page, me)
      await openAll(page)
    },
  },
  {
    ...{ name: 'stages of a desk, refused', route: '/admin/stages/[desk]', as: 'chief_editor' },
    async open(page, me) {
      const { blogId } = await makeDesk(newsDesk)
      await at(`/admin/stages/blog-${blogId}`)(page, me)
      await page.locator('#add-name').fill('legal')
      await page.locator('#add button[type=submit]').click()
      await expect(page.locator('.notice.bad')).toBeFocused()
    },
  },
  {
    ...{ name: 'stage to delete', route: '/admin/stages/[desk]', as: 'chief_editor' },
    async open(page, me) {
      const { blogId } = await makeDesk(newsDesk)
      await at(`/admin/stages/blog-${blogId}`)(page, me)
      await openAll(page)
      await pressUntil(page.locator('main .button.danger').first(), page.locator('dialog[open]'))
    },
  },
  { name: 'pages', route: '/admin/pages', as: 'chief_editor', open: at('/admin/pages') },
  { name: 'page', route: '/admin/pages/[id]', as: 'chief_editor', open: textOf('/admin/pages') },
  { name: 'fronts', route: '/admin/fronts', as: 'chief_editor', open: at('/admin/fronts') },
  {
    ...{ name: 'front', route: '/admin/fronts/[id]', as: 'chief_editor' },
    async open(page, me) {
      await firstOf('/admin/fronts')(page, me)
      await expect(page.locator('.front-choices li').first()).toBeVisible()
      await openAll(page)
    },
  },
  {
    ...{ name: 'alerts', route: '/admin/alerts', as: 'chief_editor' },
    async open(page, me) {
      await at('/admin/alerts')(page, me)
      await openAll(page)
    },
  },
  { name: 'people', route: '/admin/people', as: 'administrator', open: at('/admin/people') },
  {
    ...{ name: 'person', route: '/admin/people/[id]', as: 'administrator' },
    async open(page, me) {
      const { id } = await makePerson('editor')
      await at(`/admin/people/${id}`)(page, me)
      await openAll(page)
    },
  },
  { name: 'audit log', route: '/admin/audit', as: 'chief_editor', open: at('/admin/audit') },
  { name: 'account', route: '/admin/account', as: 'reporter', open: at('/admin/account') },
  { name: 'security', route: '/admin/account/security', as: 'reporter', open: at('/admin/account/security') },
  {
    ...{ name: 'second step being set up', route: '/admin/account/security', as: 'editor' },
    async open(page, me) {
      await givePassword(me)
      await at('/admin/account/security')(page, me)
      await beginSecondStep(page)
    },
  },
  { name: 'sessions', route: '/admin/account/sessions', as: 'reporter', open: at('/admin/account/sessions') },
  {
    ...{ name: 'second step that a role needs', route: '/admin/account/two-factor', as: 'reporter' },
    open: at('/admin/account/two-factor'),
  },
  { name: 'forbidden', route: '/admin/people', as: 'reporter', open: at('/admin/people') },
  { name: 'missing', route: '/admin/[...missing]', as: 'editor', open: at('/admin/nothing/of/this-name') },
]

const newsDesk = [
  { name: 'Writing', state: 'draft' },
  { name: 'Facts', state: 'in_review' },
  { name: 'Legal', state: 'in_review', entryRole: 'editor', follows: [2] },
  { name: 'Ready', state: 'approved', follows: [3], releases: true },
] as const

/** Every kind of deadline, and one card with what stands behind this name open. */
function boardWith(menu: string): Scene['open'] {
  return async (page, me) => {
    const desk = await makeDesk([
      { name: 'Writing', state: 'draft' },
      { name: 'Legal', state: 'in_review', entryRole: 'chief_editor' },
      { name: 'Ready', state: 'approved', releases: true },
    ])
    for (const hours of [-3, 5, 90]) {
      const { id } = await makeArticleOn(desk)
      await standsAt(id, { dueAt: new Date(Date.now() + hours * 3_600_000) })
    }
    await makeArticleOn(desk)
    await at(boardPath(desk))(page, me)
    await page.locator(`${menu} > summary`).first().click()
    await expect(page.locator(`${menu} form`).first()).toBeVisible()
  }
}

/** The oldest one, which no test deletes. */
async function demoPicture(page: Page, me: Colleague): Promise<void> {
  const { id } = await inTransaction((open) => open.picture.findFirstOrThrow({ orderBy: { id: 'asc' } }))
  await at(`/admin/pictures/${id}`)(page, me)
}

function textOf(list: string): Scene['open'] {
  return async (page, me) => {
    await firstOf(list)(page, me)
    await expect(page.locator('.body-text')).toBeVisible()
  }
}

async function givePassword({ id }: Colleague): Promise<void> {
  const data = { id: `${id}-password`, accountId: id, providerId: 'credential', userId: id }
  const hash = await hashPassword(password)
  await inTransaction((open) => open.account.create({ data: { ...data, password: hash } }))
}

async function beginSecondStep(page: Page): Promise<void> {
  await page.locator('#two-factor-password').fill(password)
  await pressUntil(page.locator('form:has(#two-factor-password) button[type=submit]'), page.locator('.qr'))
}
