import type { Result } from '#lib/domain/result.ts'
import type { ReferenceRefusal } from '#lib/domain/sections/reference.ts'
import type { Editor } from '#lib/domain/workflow/newsroom.ts'
import { changeReference, createReference } from './change-reference.ts'
import type { CounterpartChoice } from './counterparts.ts'

export type TopicWords = { readonly name: string; readonly slug: string; readonly description: string }

export function beginTopic(creation: {
  readonly editionId: number
  readonly words: TopicWords
  readonly counterpartId: number | null
  readonly by: Editor
  readonly now: Date
}): Promise<Result<{ readonly id: number }, ReferenceRefusal>> {
  const { editionId, words, now } = creation
  const insert: Parameters<typeof createReference>[0]['insert'] = (database, key) =>
    database.topic.create({ data: { ...words, editionId, key, changedAt: now }, select: { id: true } })
  return createReference({ ...creation, kind: 'topic', insert })
}

export function changeTopic(change: {
  readonly id: number
  readonly seenAt: Date
  readonly words: TopicWords
  readonly counterparts: readonly CounterpartChoice[]
  readonly by: Editor
  readonly now: Date
}): Promise<Result<void, ReferenceRefusal>> {
  const { id, words, now } = change
  return changeReference({
    ...change,
    kind: 'topic',
    update: (database) => database.topic.update({ where: { id }, data: { ...words, changedAt: now } }),
  })
}
