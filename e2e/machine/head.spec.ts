import { type APIRequestContext, expect, test } from '@playwright/test'
import { contributorPath } from '#lib/site/urls.ts'
import { editionRef, slugIn } from '../support/demo/demo.ts'
import { type PageFacts, readFacts, thingOf } from '../support/demo/page-facts.ts'
import { everyPage, type Template } from '../support/demo/templates.ts'

const found = everyPage.filter((page) => page.status === 200)
const isSearch = (page: Template) => page.name.includes('search')
const kept = found.filter((page) => !isSearch(page))

for (const page of kept)
  test(`complete in <head>, without script: ${page.name}`, async ({ request, baseURL }) => {
    const facts = await factsOf(request, page.path)
    expect(facts.titles).toHaveLength(1)
    expect(facts.titles[0]?.length).toBeGreaterThan(3)
    expect(facts.canonical).toEqual([new URL(page.path, baseURL).href])
    expect(one(facts, 'description').length).toBeGreaterThan(10)
    expect(one(facts, 'robots')).toContain('max-image-preview:large')
    expect(one(facts, 'robots')).not.toContain('noindex')
    expect(one(facts, 'viewport')).toContain('width=device-width')
    expect(one(facts, 'og:url')).toBe(facts.canonical[0])
    expect(facts.titles[0]).toContain(one(facts, 'og:title'))
    expect(one(facts, 'og:type')).toBe(/ article( |$)/.test(page.name) ? 'article' : 'website')
    // An index of months and a list of notes are nothing that schema.org has a use for.
    if (!/archive$|corrections$/.test(page.name)) expect(facts.things.length).toBeGreaterThan(0)
    const card = facts.metas.has('og:image') ? 'summary_large_image' : 'summary'
    expect(one(facts, 'twitter:card')).toBe(card)
  })

for (const page of everyPage.filter((one) => one.status !== 200 || isSearch(one)))
  test(`not for search engines to keep: ${page.name}`, async ({ request }) => {
    const facts = await factsOf(request, page.path)
    expect(one(facts, 'robots')).toContain('noindex')
    expect(facts.titles).toHaveLength(1)
    expect(facts.canonical).toEqual([])
  })

test('language links are absolute, name the page itself and are the same in every version', async ({ request }) => {
  test.setTimeout(180_000)
  const known = new Map<string, PageFacts>()
  for (const page of kept) {
    const facts = await factsOf(request, page.path)
    known.set(facts.canonical[0] ?? '', facts)
  }
  const groups = [...known].filter(([, facts]) => Object.keys(facts.alternates).length > 0)
  expect(groups.length).toBeGreaterThan(30)
  for (const [address, facts] of groups) {
    const { 'x-default': fallback, ...versions } = facts.alternates
    expect(Object.values(versions), address).toContain(address)
    expect(versions[facts.lang], address).toBe(address)
    expect(Object.values(versions), address).toContain(fallback)
    for (const version of Object.values(versions)) {
      const other = known.get(version) ?? (await factsOf(request, version))
      expect(other.canonical, `${address} leads to ${version}`).toEqual([version])
      expect(other.alternates, `${address} and ${version}`).toEqual(facts.alternates)
      known.set(version, other)
    }
  }
})

test('the front says who publishes, and how it is searched', async ({ request }) => {
  const front = await factsOf(request, '/')
  const site = thingOf(front, 'WebSite')
  const publisher = thingOf(front, 'NewsMediaOrganization')
  expect(site.publisher).toEqual({ '@id': publisher['@id'] })
  const { url: logo } = publisher.logo as { readonly url: string }
  for (const address of [String(publisher.publishingPrinciples), String(publisher.correctionsPolicy), logo])
    expect((await request.get(address)).status(), address).toBe(200)
  const action = site.potentialAction as { readonly target: { readonly urlTemplate: string } }
  const answer = await request.get(action.target.urlTemplate.replace('{search_term_string}', 'river'))
  expect(answer.status()).toBe(200)
  expect(await answer.text()).toContain('<mark')
})

test('lists are ItemLists of the articles they show, in their order', async ({ request }) => {
  for (const page of kept.filter((one) => /front|latest|topic|month/.test(one.name))) {
    const facts = await factsOf(request, page.path)
    const collection = thingOf(facts, 'CollectionPage')
    expect(collection.url, page.name).toBe(facts.canonical[0])
    const list = collection.mainEntity as {
      readonly itemListElement: readonly { readonly url: string; readonly position: number }[]
    }
    expect(list.itemListElement.length, page.name).toBeGreaterThan(0)
    // The breaking strip may lead to one of them as well, above the list.
    const shown = list.itemListElement.map((item) => facts.links.lastIndexOf(new URL(item.url).pathname))
    expect(shown, page.name).not.toContain(-1)
    expect(shown, page.name).toEqual(shown.toSorted((a, b) => a - b))
    expect(list.itemListElement.map((item) => item.position)).toEqual(shown.map((_, index) => index + 1))
  }
})

test('a desk has a ProfilePage', async ({ request }) => {
  const desk = contributorPath(editionRef('en'), slugIn('en', 'contributors', 'demo-desk'))
  const person = thingOf(await factsOf(request, desk), 'ProfilePage').mainEntity
  expect(person).toMatchObject({ '@type': 'Organization' })
})

async function factsOf(request: APIRequestContext, path: string): Promise<PageFacts> {
  return readFacts(await (await request.get(path)).text())
}

function one(facts: PageFacts, name: string): string {
  const values = facts.metas.get(name) ?? []
  if (values.length === 0) throw new Error(`No meta ${name}`)
  return values[0] ?? ''
}
