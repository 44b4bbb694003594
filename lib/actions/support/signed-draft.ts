import type { Article } from '#lib/domain/workflow/newsroom.ts'
import type { ArticleDraft } from '#lib/domain/writing/editor/article-draft.ts'
import { signaturesIn, signed, strangersIn } from '#lib/domain/writing/suggesting/sign.ts'
import { hasSuggestions } from '#lib/domain/writing/suggesting/suggested-body.ts'
import { findSuggestionSignatures } from '#lib/store/articles/writing/suggestion-signatures.ts'

/** The draft with nobody's suggestions but those that they made, and one's own. `article` is what it is saved upon. */
export async function signedDraft(
  draft: ArticleDraft,
  saving: { readonly article: Article; readonly userId: string; readonly now: Date },
): Promise<ArticleDraft> {
  if (!hasSuggestions(draft.body)) return draft
  const { article, userId: by, now } = saving
  const newest = signaturesIn(article.suggestedBody ?? [])
  const strangers = strangersIn(draft.body, { known: newest, by }).map(({ id }) => id)
  const earlier =
    strangers.length > 0 ? await findSuggestionSignatures({ articleId: article.id, ids: strangers, savedBy: by }) : []
  const known = new Map([...earlier.map((signature) => [signature.id, signature] as const), ...newest])
  return { ...draft, body: signed(draft.body, { known, by, now }) }
}
