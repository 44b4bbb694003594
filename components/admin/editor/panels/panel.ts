import type { ArticleDraft } from '#lib/domain/writing/editor/article-draft.ts'

/** What each part beside the text edits: the one draft of the page. */
export type PanelProps = {
  readonly draft: ArticleDraft
  readonly change: (patch: Partial<ArticleDraft>) => void
}
