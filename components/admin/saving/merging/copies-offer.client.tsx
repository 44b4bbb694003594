'use client'

import { useState } from 'react'
import { clock } from '#components/admin/saving/clock.ts'
import { DraftDiff, type Say } from '#components/admin/saving/history/draft-diff.tsx'
import type { Saving } from '#components/admin/saving/saving.ts'
import { Button } from '#components/admin/ui/button.tsx'
import { Dialog } from '#components/admin/ui/dialog.client.tsx'
import { Notice } from '#components/admin/ui/notice.tsx'
import type { LooseCopy } from '#lib/domain/writing/saving/save-answers.ts'
import type { SavingWords } from '#lib/i18n/admin/editor/saving/words.ts'

type Props = {
  readonly saving: Saving
  readonly userId: string
  readonly words: SavingWords
  readonly locale: string
  readonly say: Say
  readonly sayPicture: (pictureId: number) => readonly string[]
}

/** Newer or other texts than the one on the page: nothing is taken and nothing is put away by itself. */
export function CopiesOffer({ saving, userId, words, locale, say, sayPicture }: Props) {
  const [compared, setCompared] = useState<LooseCopy | null>(null)
  const { copies, discarded, takeCopy, discardCopy, bringBack, hasNewText } = saving
  const { version } = saving.state
  const nameOf = (copy: LooseCopy) => {
    const time = clock(locale, copy.savedAt)
    if (copy.by.id !== userId) return words('copies.theirs', { name: copy.by.name, time })
    return words(copy.source === 'device' ? 'copies.mineHere' : 'copies.mine', { time })
  }
  if (copies.length === 0 && !discarded) return null
  return (
    <Notice>
      {copies.length > 0 && (
        <>
          <h2>{words('copies.title')}</h2>
          <ul className="copies">
            {copies.map((copy) => (
              <li key={copy.tab} className="row">
                <span>{nameOf(copy)}</span>
                <Button type="button" onPress={() => setCompared(copy)}>
                  {words('copies.compare')}
                </Button>
                <Button type="button" kind="primary" onPress={() => takeCopy(copy)}>
                  {words(hasNewText || copy.baseVersion !== version ? 'copies.merge' : 'copies.take')}
                </Button>
                <Button type="button" kind="quiet" onPress={() => discardCopy(copy)}>
                  {words('copies.discard')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {discarded && (
        <p className="row">
          {words('copies.discarded')}
          <Button type="button" onPress={bringBack}>
            {words('copies.undo')}
          </Button>
        </p>
      )}
      {compared && (
        <Dialog isOpen title={nameOf(compared)} closeLabel={words('copies.close')} onClose={() => setCompared(null)}>
          <p className="hint">{words('copies.compareTitle')}</p>
          <DraftDiff before={saving.draft} after={compared.draft} say={say} sayPicture={sayPicture} words={words} />
        </Dialog>
      )}
    </Notice>
  )
}
