import { nameTags } from '#lib/env/slot.ts'
import { listEditions } from './editions.ts'

/** Names one tag of every edition: what is made from the whole site is out of date with any part of it. */
export async function nameTagOfEveryEdition(tagOf: (editionId: number) => string): Promise<void> {
  nameTags(...(await listEditions()).map((edition) => tagOf(edition.id)))
}
