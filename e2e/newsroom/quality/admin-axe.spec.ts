import { globSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { adminScenes } from '../../support/scenes/admin-scenes.ts'
import type { Scene } from '../../support/scenes/scene.ts'
import { type Colleague, signIn } from '../../support/sign-in.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const enhanced = { 'color-contrast-enhanced': { enabled: true } }
const contrast = ['color-contrast', 'color-contrast-enhanced']
const phone = { width: 360, height: 740 }

test('the table of pages leaves out none that there is', () => {
  const root = join(import.meta.dirname, '..', '..', '..', 'app', '(newsroom)')
  const folders = globSync('**/page.tsx', { cwd: root }).map((path) =>
    `/${path}`.replace(/\/page\.tsx$/, '').replace(/\/\([^)]+\)/g, ''),
  )
  expect([...new Set(adminScenes.map(({ route }) => route))].toSorted()).toEqual(folders.toSorted())
})

for (const scene of adminScenes) {
  test(`axe finds nothing, light, dark and on a phone: ${scene.name}`, async ({ browser, baseURL }) => {
    const page = await arrive(scene, browser, { locale: 'en', baseURL })
    await page.evaluate(() => window.scrollTo(0, 0))
    expect(await faults(page, { runOnly: tags, rules: enhanced })).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await faults(page, { runOnly: { type: 'rule', values: contrast } })).toEqual([])
    await page.setViewportSize(phone)
    await page.evaluate(() => window.scrollTo(0, 0))
    expect(await faults(page, { runOnly: ['wcag22aa', 'wcag2a'] })).toEqual([])
    await expectNoSidewaysScroll(page)
    await page.context().close()
  })

  test(`axe finds nothing, from right to left: ${scene.name}`, async ({ browser, baseURL }) => {
    const page = await arrive(scene, browser, { locale: 'fa', baseURL })
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
    await page.evaluate(() => window.scrollTo(0, 0))
    expect(await faults(page, { runOnly: tags, rules: enhanced })).toEqual([])
    await page.setViewportSize(phone)
    await expectNoSidewaysScroll(page)
    await page.context().close()
  })
}

async function arrive(
  scene: Scene,
  browser: Browser,
  { locale, baseURL }: { readonly locale: 'en' | 'fa'; readonly baseURL: string | undefined },
): Promise<Page> {
  // axe needs its own script in the page, which the policy of the site forbids.
  const context = await browser.newContext({ bypassCSP: true, baseURL, locale: locale === 'fa' ? 'fa-IR' : 'en-GB' })
  const page = await context.newPage()
  const nobody: Colleague = { id: '', name: '', email: '' }
  const me = scene.as ? await signIn(page, scene.as, { interfaceLocale: locale }) : nobody
  await scene.open(page, me)
  return page
}

async function faults(page: Page, options: Parameters<AxeBuilder['options']>[0]): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).options(options).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  await expect.poll(overflow).toBe(0)
}
