import type { ArticleView } from '#lib/domain/article.ts'
import type { Chrome, Edition } from '#lib/domain/edition.ts'
import type { Picture } from '#lib/domain/media/picture.ts'

const shared = { tagline: 'Rivers and railways', description: 'A newsroom.', timeZone: 'Asia/Bishkek' } as const

export const en: Edition = {
  ...shared,
  id: 1,
  key: 'en',
  isDefault: true,
  locale: 'en',
  direction: 'ltr',
  name: 'Masthead',
}
export const ky: Edition = {
  ...shared,
  id: 2,
  key: 'ky',
  isDefault: false,
  locale: 'ky',
  direction: 'ltr',
  name: 'Мастхед',
}
export const fa: Edition = {
  ...shared,
  id: 3,
  key: 'fa',
  isDefault: false,
  locale: 'fa',
  direction: 'rtl',
  name: 'مست‌هد',
  timeZone: 'Asia/Tehran',
}

export function chromeOf(edition: Edition): Chrome {
  return {
    site: {
      ...{ name: 'Masthead', legalName: 'Masthead Newsroom', email: null, wordmark: null, socials: [] },
      policies: { principles: null, corrections: null, ownership: null },
    },
    edition,
    footerText: '',
    editions: [en, ky, fa],
    blogs: [{ id: 7, slug: 'the-long-line', name: 'The Long Line' }],
    pages: [{ slug: 'principles', title: 'Principles' }],
    topics: [],
    alert: null,
  }
}

export const picture: Picture = {
  id: 5,
  token: 'abcdefghijklmnopqrstuv',
  width: 2400,
  height: 1600,
  focus: { x: 0.5, y: 0.5 },
  alt: 'Map of a railway',
  caption: 'The line in 1931.',
  credit: 'Graphics desk',
  digitalSource: null,
}

/** Words that break whoever prints them carelessly. */
export const hostileHeadline = '“]]></script><b>&amp; ‮ 🏔”'

export const article: ArticleView = {
  state: 'published',
  id: 42,
  blog: { id: 7, slug: 'the-long-line', name: 'The Long Line' },
  slug: 'turksib',
  headline: hostileHeadline,
  standfirst: 'How the line was built.',
  description: null,
  publishedAt: new Date('2026-11-18T20:30:00Z'),
  updatedAt: new Date('2026-11-19T05:00:00Z'),
  picture,
  body: [],
  readingMinutes: 4,
  wordCount: 700,
  revision: 2,
  bylines: [
    { slug: 'a-writer', name: 'A Writer', kind: 'person', role: 'Reporting' },
    { slug: 'demo-desk', name: 'Demo desk', kind: 'organisation', role: null },
  ],
  topics: [{ id: 1, slug: 'railways-and-roads', name: 'Railways and roads' }],
  corrections: [{ place: 'top', text: 'The year was 1931.', at: new Date('2026-11-19T05:00:00Z') }],
  sources: [],
  sourceLine: null,
  translations: [
    {
      editionKey: 'ky',
      locale: 'ky',
      direction: 'ltr',
      isDefaultEdition: false,
      article: { id: 43, blogSlug: 'uzun-zhol', slug: 'turksib-ky', headline: 'Түрксиб' },
    },
  ],
  pictures: new Map(),
  linked: new Map(),
}
