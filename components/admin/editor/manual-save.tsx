import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import type { ArticleDraft, SavedDraft } from '#lib/domain/editor/article-draft.ts'
import type { EditorWords } from '#lib/i18n/admin/editor/words.ts'
import { Notice } from '../ui/notice.tsx'

export type SaveDraft = (save: {
  readonly articleId: number
  readonly version: number
  readonly draft: ArticleDraft
}) => Promise<SavedDraft>

type Status = 'clean' | 'changed' | 'saving' | 'failed' | Exclude<SavedDraft, { kind: 'saved' }>

/** A revision whenever somebody asks for one. The text stays in the page whatever the server answers. */
export function useManualSave(article: {
  readonly articleId: number
  readonly version: number
  readonly draft: ArticleDraft
  readonly save: SaveDraft
  readonly words: EditorWords
}): { readonly save: () => void; readonly message: string; readonly problems: ReactNode } {
  const { articleId, draft, save, words } = article
  const [status, setStatus] = useState<Status>('clean')
  const version = useRef(article.version)
  const newest = useRef(draft)
  const isSaving = useRef(false)
  useEffect(() => {
    if (newest.current === draft) return
    newest.current = draft
    setStatus((before) => (before === 'saving' ? before : 'changed'))
  }, [draft])
  useLeaveWarning(status !== 'clean')
  const saveNow = useCallback(async () => {
    // One at a time, and in order: the next one needs the version that this one makes.
    if (isSaving.current) return
    isSaving.current = true
    const sent = newest.current
    setStatus('saving')
    try {
      const saved = await save({ articleId, version: version.current, draft: sent })
      if (saved.kind === 'saved') version.current = saved.version
      setStatus(saved.kind !== 'saved' ? saved : newest.current === sent ? 'clean' : 'changed')
    } catch {
      setStatus('failed')
    } finally {
      isSaving.current = false
    }
  }, [articleId, save])
  return { save: saveNow, message: messageOf(status, words), problems: problemsOf(status, words) }
}

function messageOf(status: Status, words: EditorWords): string {
  if (status === 'clean') return words('saved')
  if (status === 'saving') return words('saving')
  return words('unsaved')
}

function problemsOf(status: Status, words: EditorWords): ReactNode {
  if (status === 'failed') return <Notice tone="bad">{words('saveFailed')}</Notice>
  if (typeof status === 'string') return null
  switch (status.kind) {
    case 'stale':
      return <Notice tone="bad">{words('stale')}</Notice>
    case 'refused':
      return <Notice tone="bad">{words('refused', { reason: status.message })}</Notice>
    case 'rejected':
      return (
        <Notice tone="bad">
          <p>{words('problems')}</p>
          <ul>
            {status.problems.map(({ path, message }) => (
              <li key={`${path} ${message}`}>
                <code>{path}</code> {message}
              </li>
            ))}
          </ul>
        </Notice>
      )
  }
}

/** The browser asks before it throws unsaved work away. */
function useLeaveWarning(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isUnsaved])
}
