import type { FoundKind } from '#lib/domain/lists/found.ts'
import { mayAnywhere, type SignedIn } from '#lib/domain/people/permissions.ts'
import type { State } from '#lib/domain/workflow/newsroom.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { navGroups } from '../shell/nav-items.ts'
import { stageMark } from './moves-at-hand.ts'

/** Something that can be done from the search, and by this person. */
export type FinderCommand = { readonly label: string } & (
  | { readonly href: string }
  | { readonly does: 'sign-out' | 'shortcuts' }
  | PageMove
)

/** A step that the page at hand offers; `article` tells it from others on a board. */
export type PageMove = {
  readonly does: 'move'
  readonly detail: string
  readonly article: string | null
  readonly to: string
}

const plain = [
  ...([
    'open',
    'title',
    'label',
    'results',
    'recent',
    'commands',
    'empty',
    'none',
    'failed',
    'signedOut',
    'keys',
  ] as const),
  ...(['searching'] as const),
] as const

/** The words of the search as plain text: it is on every page, which loads no formatter for it. */
export type FinderWords = Readonly<Record<(typeof plain)[number] | 'close' | 'signIn' | 'move', string>> & {
  readonly kinds: Readonly<Record<FoundKind, string>>
  readonly states: Readonly<Record<State['kind'], string>>
}

export function finderWords(words: AdminWords): FinderWords {
  const kind = (of: FoundKind) => words(`finding.kinds.${of}`)
  const state = (of: State['kind']) => words(`editor.state.${of}`)
  return {
    ...(Object.fromEntries(plain.map((key) => [key, words(`finding.${key}`)])) as Record<
      (typeof plain)[number],
      string
    >),
    ...{ close: words('shell.form.close'), signIn: words('auth.signIn.title') },
    move: words('finding.move', { stage: stageMark }),
    kinds: {
      ...{ article: kind('article'), person: kind('person'), contributor: kind('contributor'), topic: kind('topic') },
      ...{ picture: kind('picture'), blog: kind('blog'), page: kind('page') },
    },
    states: {
      ...{ draft: state('draft'), in_review: state('in_review'), approved: state('approved') },
      ...{ scheduled: state('scheduled'), published: state('published') },
      ...{ withdrawn: state('withdrawn'), killed: state('killed') },
    },
  }
}

/** Everything the menus lead to, and the acts that need no page. What a person may do nowhere is not among them. */
export function finderCommands(user: SignedIn, words: AdminWords): readonly FinderCommand[] {
  return [
    ...(mayAnywhere(user, 'article.create') ? [{ href: '/admin/articles/new', label: words('shell.newArticle') }] : []),
    ...navGroups(user, words).flatMap(({ items }) => items),
    { href: '/admin/account', label: words('shell.account') },
    { href: '/admin/account/security', label: words('auth.account.security') },
    { href: '/', label: words('shell.viewSite') },
    { does: 'shortcuts', label: words('finding.shortcuts.open') },
    { does: 'sign-out', label: words('shell.signOut') },
  ]
}
