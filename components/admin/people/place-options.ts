import type { Role } from '#lib/domain/people/roles.ts'
import { roles } from '#lib/domain/people/roles.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { languageName } from '#lib/i18n/format.ts'
import type { Option } from '../ui/select.tsx'

type Places = {
  readonly editions: readonly { readonly id: number; readonly locale: string }[]
  readonly blogs: readonly { readonly id: number; readonly name: string; readonly locale: string }[]
}
type Place = { readonly editionId: number | null; readonly blogId: number | null }

export function roleOptions(words: AdminWords): readonly (Option & { readonly value: Role })[] {
  return roles.map((role) => ({ value: role, label: words(`shell.roles.${role}`) }))
}

/** Everywhere, each edition, each blog: the values that lib/input/people/people-forms.ts reads. */
export function placeOptions({ editions, blogs }: Places, words: AdminWords): readonly Option[] {
  return [
    { value: 'everywhere', label: words('auth.fields.everywhere') },
    ...editions.map(({ id, locale }) => ({
      value: `edition:${id}`,
      label: words('auth.fields.inEdition', { name: languageName(locale) }),
    })),
    ...blogs.map(({ id, name, locale }) => ({
      value: `blog:${id}`,
      label: words('auth.fields.inBlog', { name: `${name} (${languageName(locale)})` }),
    })),
  ]
}

export function placeLabel({ editionId, blogId }: Place, places: Places, words: AdminWords): string {
  const value = blogId !== null ? `blog:${blogId}` : editionId !== null ? `edition:${editionId}` : 'everywhere'
  return placeOptions(places, words).find((option) => option.value === value)?.label ?? value
}
