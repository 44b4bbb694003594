'use client'

import { unstable_rethrow } from 'next/navigation'
import { type FormEvent, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { type Found, pathOf } from '#lib/domain/lists/found.ts'
import type { FindActions } from '../finding/use-finder.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.client.tsx'
import { Notice } from '../ui/notice.tsx'
import { useHasScript } from '../ui/use-has-script.ts'
import { dropHeld, findHeld } from './draft-log.ts'
import { articlesHeld } from './held-text.ts'

type Props = {
  readonly action: () => Promise<void>
  readonly userId: string
  /** Names the articles: on the device they are numbers. */
  readonly recent: FindActions['recent']
  readonly words: {
    readonly signOut: string
    readonly title: string
    /** With `{count}` for how many articles there are. */
    readonly text: string
    readonly keepHint: string
    readonly keep: string
    readonly dropHint: string
    readonly drop: string
    readonly unanswered: string
    readonly close: string
  }
}

/**
 * Signs out. Words that only this device has are never taken along unasked: they stay, sealed with a key that nobody but this person
 * gets from the server, or go because this person says so. Without script they stay.
 */
export function SignOutForm({ action, userId, recent, words }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const step = useRef<'rest' | 'looking' | 'going'>('rest')
  const [held, setHeld] = useState<readonly number[]>([])
  const [found, setFound] = useState<readonly Found[]>([])
  const [isUnanswered, setUnanswered] = useState(false)
  const hasScript = useHasScript()
  const leave = async () => {
    try {
      await action()
    } catch (error) {
      // The way to the sign-in page passes; a cut line must not take the page, and what is written on it, from the screen.
      unstable_rethrow(error)
      setUnanswered(true)
    }
  }
  const close = () => {
    setHeld([])
    setUnanswered(false)
  }
  const go = () => {
    step.current = 'going'
    form.current?.requestSubmit()
    step.current = 'rest'
  }
  const look = async (event: FormEvent) => {
    if (step.current === 'going') return
    event.preventDefault()
    if (step.current === 'looking') return
    step.current = 'looking'
    const articles = await articlesHeld(() => findHeld(userId))
    step.current = 'rest'
    if (articles.length === 0) return go()
    setHeld(articles)
    const refs = articles.slice(0, mostNamed).map((id) => ({ kind: 'article', id: String(id) }) as const)
    setFound(await recent({ refs }).catch(() => []))
  }
  const count = new Intl.NumberFormat(globalThis.document?.documentElement.lang || undefined).format(held.length)
  return (
    <>
      <form data-sign-out ref={form} action={hasScript ? leave : action} onSubmit={(event) => void look(event)}>
        <button type="submit">{words.signOut}</button>
      </form>
      {(held.length > 0 || isUnanswered) &&
        // The menu that the form stands in may be closed.
        createPortal(
          <Dialog isOpen title={held.length > 0 ? words.title : words.signOut} closeLabel={words.close} onClose={close}>
            <div className="form">
              {isUnanswered && <Notice tone="bad">{words.unanswered}</Notice>}
              {held.length > 0 && (
                <>
                  <p>{words.text.replace('{count}', count)}</p>
                  {found.length > 0 && (
                    <ul>
                      {found.map((article) => (
                        <li key={article.id}>
                          <a
                            href={pathOf(article)}
                            lang={article.locale ?? undefined}
                            dir={article.direction ?? 'auto'}
                          >
                            {article.title}
                          </a>
                        </li>
                      ))}
                    </ul>
                  )}
                  <p>{words.keepHint}</p>
                  <p>{words.dropHint}</p>
                  <div className="row">
                    <Button type="button" kind="primary" onPress={go}>
                      {words.keep}
                    </Button>
                    <Button type="button" kind="danger" onPress={() => void dropHeld(userId).then(go, go)}>
                      {words.drop}
                    </Button>
                  </div>
                </>
              )}
            </div>
          </Dialog>,
          document.body,
        )}
    </>
  )
}

const mostNamed = 8
