import type { Role } from '#lib/domain/people/roles.ts'
import { roles } from '#lib/domain/people/roles.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import type { Option } from '../ui/select.tsx'

type Named = { readonly id: number; readonly name: string }
type Places = {
  readonly editions: readonly Named[]
  readonly blogs: readonly (Named & { readonly editionName: string })[]
}
type Place = { readonly editionId: number | null; readonly blogId: number | null }

export function roleOptions(words: AdminWords): readonly (Option & { readonly value: Role })[] {
  return roles.map((role) => ({ value: role, label: words(`shell.roles.${role}`) }))
}

/** Everywhere, each edition, each blog: the values that lib/input/people-forms reads. */
export function placeOptions({ editions, blogs }: Places, words: AdminWords): readonly Option[] {
  return [
    { value: 'everywhere', label: words('auth.fields.everywhere') },
    ...editions.map(({ id, name }) => ({ value: `edition:${id}`, label: words('auth.fields.inEdition', { name }) })),
    ...blogs.map(({ id, name, editionName }) => ({
      value: `blog:${id}`,
      label: words('auth.fields.inBlog', { name: `${name} (${editionName})` }),
    })),
  ]
}

export function placeLabel({ editionId, blogId }: Place, places: Places, words: AdminWords): string {
  const value = blogId !== null ? `blog:${blogId}` : editionId !== null ? `edition:${editionId}` : 'everywhere'
  return placeOptions(places, words).find((option) => option.value === value)?.label ?? value
}
