'use client'

import { type ReactNode, useEffect } from 'react'
import type { SavingWords } from '#lib/i18n/admin/editor/saving/words.ts'
import { ownPreviewPath } from '#lib/site/urls.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { clock } from './clock.ts'
import type { Say } from './history/draft-diff.tsx'
import { CopiesOffer } from './merging/copies-offer.client.tsx'
import { MergeScreen } from './merging/merge-screen.client.tsx'
import type { Saving } from './saving.ts'
import { SignInAgain } from './sign-in-again.client.tsx'
import './saving.css'

type Props = {
  readonly saving: Saving
  readonly articleId: number
  readonly user: { readonly id: string; readonly email: string }
  readonly words: SavingWords
  readonly locale: string
  readonly say: Say
  readonly sayPicture: (pictureId: number) => readonly string[]
}

/** Where the text is safe, said at every moment; beside it the save button and the way to the history. */
export function SavingBar({
  saving,
  articleId,
  words,
  tools,
  children,
}: Pick<Props, 'saving' | 'articleId' | 'words'> & {
  /** What the text is, before where it is safe. */
  readonly children: ReactNode
  /** About all of the text, before its preview and its history. */
  readonly tools: ReactNode
}) {
  const { status, hasNewText, saveNow, isReadOnly, outcome } = saving
  useSaveKey(saveNow)
  const isClean = status === 'saved' && !hasNewText
  return (
    <div className="row saving-bar">
      <div className="save-says">
        {children}
        <p role="status" className={`save-status ${status}`} data-status={status}>
          {words(`status.${status}`)}
          {status === 'saved' && hasNewText && ` · ${words('status.unsaved')}`}
          {isClean && outcome?.kind === 'saved' && ` · ${words('revisionSaved')}`}
        </p>
      </div>
      {!isReadOnly && (
        <Button type="button" kind="primary" onPress={saveNow}>
          {words('save')}
        </Button>
      )}
      {tools}
      <ButtonLink href={ownPreviewPath(articleId)} kind="quiet" isNewTab>
        {words('preview')}
      </ButtonLink>
      <ButtonLink href={`/admin/articles/${articleId}/history`} kind="quiet">
        {words('history')}
      </ButtonLink>
    </div>
  )
}

/** All that saving has to tell or to ask, above the text. */
export function SavingNotices({ saving, user, words, locale, say, sayPicture }: Props) {
  const { conflict, openMerge, lookAtConflict, closeMerge, told, isSignedOut, signedInAgain } = saving
  return (
    <>
      <OutcomeNotice saving={saving} words={words} />
      <SeatNotice saving={saving} words={words} />
      {isSignedOut && <SignInAgain email={user.email} words={words} onSignedIn={signedInAgain} />}
      {conflict && (
        <Notice tone="bad">
          <p>{words('merge.text', { name: conflict.by, time: clock(locale, conflict.at) })}</p>
          <Button type="button" kind="primary" onPress={lookAtConflict}>
            {words('merge.open')}
          </Button>
        </Notice>
      )}
      {told && <Notice>{words(`merge.${told.kind}`, { name: told.by })}</Notice>}
      <CopiesOffer saving={saving} userId={user.id} words={words} locale={locale} say={say} sayPicture={sayPicture} />
      {openMerge && (
        <MergeScreen
          open={openMerge}
          words={words}
          locale={locale}
          say={say}
          sayPicture={sayPicture}
          onClose={closeMerge}
        />
      )}
    </>
  )
}

function OutcomeNotice({ saving, words }: Pick<Props, 'saving' | 'words'>): ReactNode {
  const { outcome, state } = saving
  const rejected = state.server.kind === 'rejected' ? state.server : outcome?.kind === 'rejected' ? outcome : null
  if (rejected)
    return (
      <Notice tone="bad">
        <p>{words('problems')}</p>
        <ul>
          {rejected.problems.map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              <code>{path}</code> {message}
            </li>
          ))}
        </ul>
      </Notice>
    )
  if (outcome?.kind === 'refused')
    return <Notice tone="bad">{words('saveRefused', { reason: outcome.message })}</Notice>
  // The status line says it, at every moment.
  if (outcome?.kind === 'not-allowed') return null
  if (outcome?.kind === 'outdated')
    return (
      <Notice tone="bad">
        <p>{words('outdated.text')}</p>
        <Button type="button" kind="primary" onPress={() => location.reload()}>
          {words('outdated.reload')}
        </Button>
      </Notice>
    )
  if (outcome?.kind === 'unreachable' || outcome?.kind === 'not-sent')
    return <Notice tone="bad">{words('saveFailed')}</Notice>
  return null
}

function SeatNotice({ saving, words }: Pick<Props, 'saving' | 'words'>): ReactNode {
  const { seat, takeOver } = saving
  switch (seat.kind) {
    case 'unknown':
    case 'mine':
      return null
    case 'reader':
      return <Notice>{words('lock.readOnly')}</Notice>
    case 'free':
      return (
        <Notice>
          <p>{words('lock.free')}</p>
          <Button type="button" onPress={takeOver}>
            {words('lock.write')}
          </Button>
        </Notice>
      )
    case 'other-tab':
      return (
        <Notice tone="bad">
          <p>{words('lock.otherTab')}</p>
          <Button type="button" onPress={takeOver}>
            {words('lock.takeOver')}
          </Button>
        </Notice>
      )
    case 'other':
    case 'taken': {
      const { name } = seat.lock.holder
      const ago = agoIn(words, seat.lock.minutes)
      return (
        <Notice tone="bad">
          <p>{words(`lock.${seat.kind}`, { name, ago })}</p>
          <p className="hint">{words('lock.takeOverHint', { name })}</p>
          <Button type="button" onPress={takeOver}>
            {words('lock.takeOver')}
          </Button>
        </Notice>
      )
    }
  }
}

/** A moment would be read by a clock that may be wrong, or stand in another zone: how long ago it was is the same everywhere. */
function agoIn(words: SavingWords, minutes: number): string {
  if (minutes < 60) return words('lock.minutesAgo', { count: minutes })
  const hours = Math.floor(minutes / 60)
  return hours < 24
    ? words('lock.hoursAgo', { count: hours })
    : words('lock.daysAgo', { count: Math.floor(hours / 24) })
}

/** ⌘S and Ctrl+S save the article, not the page as a file. */
function useSaveKey(save: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey || event.code !== 'KeyS') return
      event.preventDefault()
      save()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [save])
}
