import type { AiWords } from '#lib/domain/media/digital-source.ts'
import type { Words } from './words.ts'

/** What readers of an edition are told of a picture that AI made or altered. */
export function aiWordsOf(words: Words): AiWords {
  return { made: words('figure.aiMade'), altered: words('figure.aiAltered') }
}
