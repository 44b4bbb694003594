import { expect, type Page } from '@playwright/test'
import { newToken } from '#lib/auth/links/token.ts'
import { createOneTime } from '#lib/store/people/one-time.ts'
import { createInvitation } from '#lib/store/people/people-invitations.ts'
import { openSiteDatabase } from '../database.ts'
import { makePerson } from '../people/people.ts'
import { at, type Scene } from './scene.ts'

/** The pages before one is inside. */
export const doorScenes: readonly Scene[] = [
  { name: 'sign-in', route: '/admin/sign-in', as: null, open: at('/admin/sign-in') },
  {
    ...{ name: 'sign-in refused', route: '/admin/sign-in', as: null },
    async open(page) {
      await page.goto('/admin/sign-in')
      await enter(page, 'nobody@example.org', 'certainly not this one')
      await expect(page.locator('.notice.bad')).toBeFocused()
    },
  },
  {
    ...{ name: 'second step, refused', route: '/admin/sign-in/code', as: null },
    async open(page) {
      await page.goto('/admin/sign-in/code')
      await page.locator('input[name=code]').fill('000000')
      await page.locator('form button[type=submit]').first().click()
      await expect(page.locator('.notice.bad')).toBeVisible()
    },
  },
  { name: 'forgotten password', route: '/admin/reset', as: null, open: at('/admin/reset') },
  { name: 'a reset link that is over', route: '/admin/reset', as: null, open: at('/admin/reset?token=over') },
  {
    ...{ name: 'new password, too short', route: '/admin/reset', as: null },
    async open(page, me) {
      openSiteDatabase()
      const token = newToken()
      const { id } = await makePerson('reporter')
      await createOneTime({ kind: 'password-reset', hash: token.hash, value: id, ...lasts() })
      await at(`/admin/reset?token=${token.token}`)(page, me)
      for (const field of await page.locator('input[type=password]').all()) await field.fill('short')
      await page.locator('form button[type=submit]').click()
      await expect(page.locator('.notice.bad')).toBeFocused()
    },
  },
  {
    ...{ name: 'invitation', route: '/admin/invitation/[token]', as: null },
    async open(page, me) {
      openSiteDatabase()
      const token = newToken()
      const by = await makePerson('administrator')
      const email = `${by.id}.guest@example.org`
      const grant = { role: 'editor', editionId: null, blogId: null } as const
      await createInvitation({ email, grant, tokenHash: token.hash, by, ...lasts() })
      await at(`/admin/invitation/${token.token}`)(page, me)
    },
  },
  {
    ...{ name: 'an invitation that is over', route: '/admin/invitation/[token]', as: null },
    open: at('/admin/invitation/over'),
  },
  {
    ...{ name: 'first run', route: '/admin/first-run', as: null },
    async open(page, me) {
      openSiteDatabase()
      const token = newToken()
      await createOneTime({ kind: 'first-run', hash: token.hash, value: 'open', ...lasts() })
      await at(`/admin/first-run?token=${token.token}`)(page, me)
    },
  },
  { name: 'a first run that is over', route: '/admin/first-run', as: null, open: at('/admin/first-run?token=over') },
  {
    ...{ name: 'is it still you', route: '/admin/confirm', as: 'administrator' },
    open: at('/admin/confirm?next=/admin/people'),
  },
]

async function enter(page: Page, email: string, words: string): Promise<void> {
  await page.locator('input[name=email]').fill(email)
  await page.locator('input[name=password]').fill(words)
  await page.locator('form button[type=submit]').first().click()
}

function lasts() {
  const now = new Date()
  return { now, expiresAt: new Date(now.getTime() + 3_600_000) }
}
