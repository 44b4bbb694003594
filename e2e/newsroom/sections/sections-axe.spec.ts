import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { makeContributor, makeTopic } from '#e2e/support/references.ts'
import { signIn } from '#e2e/support/sign-in.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const extra = { 'color-contrast-enhanced': { enabled: true } }

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing on blogs, pages and fronts: ${colorScheme}`, async ({ browser, baseURL }) => {
    // axe needs its own script in the page, which the policy of the site forbids.
    const context = await browser.newContext({ bypassCSP: true, colorScheme, baseURL })
    const page = await context.newPage()
    await signIn(page, 'chief_editor')
    for (const list of ['/admin/blogs', '/admin/pages', '/admin/fronts']) {
      await page.goto(list)
      const first = await page.getByRole('table').getByRole('link').first().getAttribute('href')
      for (const path of [list, first ?? '']) {
        await page.goto(path)
        await expect(page.locator('h1')).toBeVisible()
        if (path === first) await expect(page.locator('.body-text, .front-choices li').first()).toBeVisible()
        const { violations } = await new AxeBuilder({ page })
          .options({ runOnly: tags, rules: extra })
          .include('main')
          .analyze()
        const told = violations.map(({ id, nodes }) => `${path} ${id}: ${nodes.map(({ html }) => html).join('\n')}`)
        expect(told).toEqual([])
      }
    }
    await context.close()
  })

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing on topics, contributors, editions and settings: ${colorScheme}`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({ bypassCSP: true, colorScheme, baseURL })
    const page = await context.newPage()
    await signIn(page, 'administrator')
    const [topic, other, person] = [await makeTopic(), await makeTopic(), await makeContributor()]
    const paths = [
      ...[
        '/admin/topics',
        '/admin/topics/new',
        `/admin/topics/${topic.id}`,
        `/admin/topics/${topic.id}?into=${other.id}`,
      ],
      ...['/admin/contributors', '/admin/contributors/new', `/admin/contributors/${person.id}`],
      ...['/admin/editions', '/admin/editions/new', '/admin/editions/1', '/admin/settings'],
    ]
    for (const path of paths) {
      await page.goto(path)
      await expect(page.locator('h1')).toBeVisible()
      if (path.includes('into')) await expect(page.getByRole('dialog')).toBeVisible()
      const { violations } = await new AxeBuilder({ page })
        .options({ runOnly: tags, rules: extra })
        .include('main')
        .analyze()
      const told = violations.map(({ id, nodes }) => `${path} ${id}: ${nodes.map(({ html }) => html).join('\n')}`)
      expect(told).toEqual([])
    }
    await context.close()
  })
