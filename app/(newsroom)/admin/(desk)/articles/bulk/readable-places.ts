import { may, type SignedIn } from '#lib/domain/people/permissions.ts'
import { type BulkPlace, listBulkPlaces } from '#lib/store/finding/bulk-places.ts'

/** The chosen articles that this person may read: of others not even the headline is said. */
export async function readablePlaces(ids: readonly number[], user: SignedIn): Promise<readonly BulkPlace[]> {
  return (await listBulkPlaces(ids)).filter((place) => may(user, 'article.create', place))
}
