import { may, mayAnywhere, type Permission, type SignedIn } from '#lib/domain/people/permissions.ts'
import { type Places, placesOf } from '#lib/domain/people/places.ts'

/** What the newsroom's search may look through for a person: the same as the pages that it leads to. */
export type Readable = {
  readonly anything: boolean
  readonly articles: Places
  readonly people: boolean
  readonly contributors: Places
  readonly pictures: boolean
  readonly blogs: Places
  readonly pages: Places
}

export function readable(user: SignedIn): Readable {
  const of = (permission: Permission) => placesOf(user, permission)
  return {
    anything: user.grants.length > 0,
    articles: of('article.create'),
    people: may(user, 'people.manage'),
    contributors: of('contributor.edit'),
    pictures: mayAnywhere(user, 'media.upload'),
    blogs: of('blog.edit'),
    pages: of('page.edit'),
  }
}
