import { mayAnywhere, type Permission, type SignedIn } from '#lib/domain/people/permissions.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'

export type NavItem = { readonly href: string; readonly label: string }
export type NavGroup = { readonly title: string; readonly items: readonly NavItem[] }

/** Where a person can go: what they may do nowhere is not offered. Pages ask again for themselves. */
export function navGroups(user: SignedIn, words: AdminWords): readonly NavGroup[] {
  const item = (href: string, label: string, permission?: Permission): readonly NavItem[] =>
    !permission || mayAnywhere(user, permission) ? [{ href, label }] : []
  return [
    {
      title: words('shell.nav.work'),
      items: [
        ...item('/admin', words('shell.nav.home')),
        ...item('/admin/articles', words('shell.nav.articles')),
        ...item('/admin/board', words('shell.nav.board'), 'article.create'),
        ...item('/admin/calendar', words('shell.nav.calendar'), 'article.create'),
        ...item('/admin/fronts', words('shell.nav.fronts'), 'front.arrange'),
        ...item('/admin/alerts', words('shell.nav.alerts'), 'alert.run'),
        ...item('/admin/pictures', words('shell.nav.pictures'), 'media.upload'),
      ],
    },
    {
      title: words('shell.nav.newsroom'),
      items: [
        ...item('/admin/blogs', words('shell.nav.blogs'), 'blog.edit'),
        ...item('/admin/stages', words('stages.title'), 'stage.edit'),
        ...item('/admin/pages', words('shell.nav.pages'), 'page.edit'),
        ...item('/admin/topics', words('references.topics.title'), 'topic.edit'),
        ...item('/admin/contributors', words('references.contributors.title'), 'contributor.edit'),
        ...item('/admin/editions', words('site.editions.title'), 'edition.edit'),
        ...item('/admin/people', words('shell.nav.people'), 'people.manage'),
        ...item('/admin/keys', words('shell.nav.keys'), 'key.manage'),
        ...item('/admin/import', words('shell.nav.import'), 'site.edit'),
        ...item('/admin/audit', words('shell.nav.audit'), 'audit.read'),
        ...item('/admin/settings', words('site.settings.title'), 'site.edit'),
        ...item('/admin/deliveries', words('shell.nav.deliveries'), 'key.manage'),
      ],
    },
  ].filter((group) => group.items.length > 0)
}
