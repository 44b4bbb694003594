import { expect, type Page, test } from '@playwright/test'
import { database } from '#lib/store/database/client.ts'
import { makeArticle } from '../../support/newsroom-articles.ts'
import { signIn } from '../../support/people/sign-in.ts'

const languages = [
  { locale: 'ky', desk: 'Иш столу', dir: 'ltr' },
  { locale: 'ru', desk: 'Рабочий стол', dir: 'ltr' },
  { locale: 'fa', desk: 'میز کار', dir: 'rtl' },
] as const

/** Names of things that are no words of a language. */
const foreign =
  /\b(?:[\w.+-]+@[\w.-]+|https?\S*|\/[\w/[\]-]+|JPEG|PNG|WebP|AVIF|TIFF|JSON|Lines|UTC|GMT|Ctrl|Alt|Shift|Esc|Enter|Tab|Markdown|QR|PIN|SVG|BCP|MB|English|Masthead|zh-Hant|ky|ru|fa|en|Asia|Bishkek)\b/g

for (const { locale, desk, dir } of languages)
  test(`every control and heading speaks the language of the account: ${locale}`, async ({ page }) => {
    await signIn(page, 'administrator', { interfaceLocale: locale })
    const { id } = await makeArticle()
    await page.goto('/admin')
    await expect(page.locator('html')).toHaveAttribute('lang', locale)
    await expect(page.locator('html')).toHaveAttribute('dir', dir)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(desk)
    const before = await namesInUse()
    for (const path of [
      '',
      '/articles',
      '/articles/new',
      `/articles/${id}`,
      `/articles/${id}/history`,
      '/calendar',
    ].concat([
      ...['/pictures', '/fronts', '/alerts', '/blogs', '/pages', '/topics', '/contributors', '/editions', '/people'],
      ...['/audit', '/settings', '/account', '/account/security', '/account/sessions'],
    ])) {
      await page.goto(`/admin${path}`)
      await expect(page.locator('h1, .writing').first()).toBeVisible()
      // Other tests make people and editions meanwhile.
      const names = await namesInUse()
      expect(await englishOf(page, [...before, ...names]), path).toEqual([])
    }
  })

/** Words in Latin letters, and keys of a catalogue, where the interface itself speaks: names and texts of people are marked as such. */
async function englishOf(page: Page, names: readonly string[]): Promise<readonly string[]> {
  const texts = await page.evaluate(() =>
    [
      ...document.querySelectorAll('button, label, legend, summary, th[scope=col], h2, h3, .hint, nav a, main > p'),
    ].flatMap((element) => {
      const copy = element.cloneNode(true) as Element
      for (const one of copy.querySelectorAll('bdi, [dir], kbd, code, option, input, textarea, select, strong'))
        one.remove()
      const isContent = element.closest(
        '.front-slots, .picture-grid, .facts, :not(html)[dir=ltr], bdi, .thread, table tbody',
      )
      return isContent ? [] : [copy.textContent?.trim() ?? '']
    }),
  )
  const given = /\u2068[^\u2069]*\u2069|Person \w+|Test [\w ]+|Masthead \w+ desk/g
  const own = (text: string) => names.reduce((rest, name) => rest.replaceAll(name, ''), text.replace(given, ''))
  return texts.filter((text) => /[A-Za-z]{3}|\w+\.\w+\.\w+/.test(own(text).replace(foreign, '')))
}

/** What stands unmarked in a sentence of the same direction: names in bylines, of editions, and of languages by themselves. */
async function namesInUse(): Promise<readonly string[]> {
  const [people, editions] = await Promise.all([
    database().contributor.findMany({ select: { name: true } }),
    database().edition.findMany({ select: { name: true, locale: true } }),
  ])
  const languages = editions.map(({ locale }) => ({ name: ownNameOf(locale) }))
  return [...people, ...editions, ...languages].map(({ name }) => name).filter((name) => name.length > 3)
}

/** A language by its own name, as menus show it. */
function ownNameOf(locale: string): string {
  const name = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' }).of(locale) ?? locale
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}
