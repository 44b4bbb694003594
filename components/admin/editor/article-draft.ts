export type { ArticleDraft } from '#lib/domain/editor/article-draft.ts'
