import type { Direction } from '#lib/domain/edition.ts'
import { folded } from '#lib/domain/text/folded.ts'
import type { State } from '#lib/domain/workflow/newsroom.ts'

/** What the newsroom's search looks through, in the order in which it answers. */
export const foundKinds = ['article', 'person', 'contributor', 'topic', 'picture', 'blog', 'page'] as const

export type FoundKind = (typeof foundKinds)[number]

/** One thing that a question led to. `detail` tells it from others of its name: a blog, an address, a credit. */
export type Found = {
  readonly kind: FoundKind
  /** A person's is a text of the auth library's making. */
  readonly id: number | string
  readonly title: string
  readonly detail: string
  /** Of an article only. */
  readonly state: State['kind'] | null
  readonly editionId: number | null
  /** The language of its words; null for names of people. */
  readonly locale: string | null
  readonly direction: Direction | null
}

/** What was opened last, as a browser keeps it: no words, so that nobody reads there what they may not see any more. */
export type RecentRef = { readonly kind: FoundKind; readonly id: string }

export const findingLimits = { question: 100, recent: 8, ofKind: 5, articles: 8 } as const

/** Where it is worked on. A topic leads to its articles. */
export function pathOf({ kind, id, editionId }: Found): string {
  switch (kind) {
    case 'article':
      return `/admin/articles/${id}`
    case 'person':
      return `/admin/people/${id}`
    case 'contributor':
      return `/admin/contributors/${id}`
    case 'topic':
      return `/admin/articles?edition=${editionId}&topic=${id}`
    case 'picture':
      return `/admin/pictures/${id}`
    case 'blog':
      return `/admin/blogs/${id}`
    case 'page':
      return `/admin/pages/${id}`
  }
}

/** Whether `label` has a word that begins with each word of the question: for commands, which the page has at hand. */
export function fitsQuestion(label: string, question: string): boolean {
  const words = wordsOf(label)
  const asked = wordsOf(question)
  return asked.length > 0 && asked.every((start) => words.some((word) => word.startsWith(start)))
}

/** As `masthead_words` of the database cuts a text. */
function wordsOf(text: string): readonly string[] {
  return folded(text)
    .split(/[^\p{Alphabetic}\p{N}]+/u)
    .filter(Boolean)
}

/** The page that an address of the newsroom is about, to be offered again; null for lists and settings. */
export function refOfPath(path: string): RecentRef | null {
  const [, folder = '', id = ''] =
    /^\/admin\/(articles|people|contributors|pictures|blogs|pages)\/([\w-]{1,64})$/.exec(path) ?? []
  const kind = kindOfFolder[folder]
  return kind && id !== 'new' ? { kind, id } : null
}

const kindOfFolder: Readonly<Record<string, FoundKind>> = {
  articles: 'article',
  people: 'person',
  contributors: 'contributor',
  pictures: 'picture',
  blogs: 'blog',
  pages: 'page',
}

/** The last opened first, each once. */
export function withRecent(known: readonly RecentRef[], opened: RecentRef): readonly RecentRef[] {
  const others = known.filter(({ kind, id }) => kind !== opened.kind || id !== opened.id)
  return [opened, ...others].slice(0, findingLimits.recent)
}
