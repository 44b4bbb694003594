import type { RefObject } from 'react'
import type { ArticleDraft } from '#lib/domain/writing/editor/article-draft.ts'
import type { DraftLog } from './draft-log.ts'
import type { SaveLoop } from './save-loop.ts'
import type { Tab } from './tab.ts'

/** What lives as long as the page does, outside of React's state. */
export type Live = { readonly tab: Tab; readonly log: DraftLog; readonly loop: SaveLoop }
export type LiveRef = RefObject<Live | null>

/** Puts another text into the page. */
export type Replace = (draft: ArticleDraft) => void
