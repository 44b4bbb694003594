'use client'

import { useEffect, useState } from 'react'
import { clock } from '#components/admin/saving/clock.ts'
import { useMarkedWords } from '#components/admin/saving/history/use-marked-words.ts'
import { Button } from '#components/admin/ui/button.tsx'
import { type CommentAnchor, findAnchor } from '#lib/domain/writing/saving/anchor.ts'
import { blockText } from '#lib/domain/writing/saving/block-text.ts'
import type { CommentLine, CommentsAnswer, CommentThread } from '#lib/domain/writing/saving/comment.ts'
import type { Mentionable } from '#lib/domain/writing/saving/mentions.ts'
import type { SuggestedBody } from '#lib/domain/writing/suggesting/suggested-body.ts'
import type { SavingWords } from '#lib/i18n/admin/editor/saving/words.ts'
import { CommentForm } from './comment-form.client.tsx'

export type CommentActions = {
  readonly readComments: (asked: { readonly articleId: number }) => Promise<CommentsAnswer>
  readonly writeComment: (asked: {
    readonly articleId: number
    readonly parentId: number | null
    readonly text: string
    readonly anchor: CommentAnchor | null
    readonly wantsCorrection: boolean
  }) => Promise<CommentsAnswer>
  readonly resolveComment: (asked: { readonly articleId: number; readonly id: number }) => Promise<CommentsAnswer>
  readonly reopenComment: (asked: { readonly articleId: number; readonly id: number }) => Promise<CommentsAnswer>
}

export type CommentsSetup = {
  readonly threads: readonly CommentThread[]
  readonly people: readonly Mentionable[]
  readonly mayComment: boolean
  readonly actions: CommentActions
}

type Props = CommentsSetup & {
  readonly articleId: number
  /** Readers see it: what they were told can be wrong. */
  readonly isPublished: boolean
  readonly body: SuggestedBody
  readonly words: SavingWords
  readonly locale: string
  /** Goes to the words in the text. */
  readonly onShow: (text: string) => void
}

const everyMs = 20_000

/** What colleagues say about the text, beside it. It is nowhere in the text itself, and so in nothing that readers get. */
export function CommentsPanel({
  threads: first,
  people,
  mayComment,
  actions,
  articleId,
  isPublished,
  body,
  words,
  locale,
  onShow,
}: Props) {
  const [threads, setThreads] = useState(first)
  const { marked, forget } = useMarkedWords()
  const show = (answer: CommentsAnswer): boolean => {
    if (answer.kind === 'comments') setThreads(answer.threads)
    return answer.kind === 'comments'
  }
  useEffect(() => {
    const timer = setInterval(async () => {
      if (!mayComment || document.visibilityState === 'hidden') return
      const answer = await actions.readComments({ articleId }).catch(() => null)
      if (answer?.kind === 'comments') setThreads(answer.threads)
    }, everyMs)
    return () => clearInterval(timer)
  }, [actions, articleId, mayComment])
  const write =
    (parentId: number | null, anchor: CommentAnchor | null, wantsCorrection = false) =>
    (text: string) =>
      actions.writeComment({ articleId, parentId, text, anchor, wantsCorrection }).then(show, () => false)
  const begin = (wantsCorrection: boolean) => async (text: string) => {
    const isWritten = await write(null, marked, wantsCorrection)(text)
    if (isWritten) forget()
    return isWritten
  }
  const blocks = body.map(blockText)
  const view = (thread: CommentThread) => (
    <Thread
      key={thread.id}
      thread={thread}
      isGone={thread.anchor !== null && findAnchor(blocks, thread.anchor) === null}
      words={words}
      locale={locale}
      people={people}
      mayComment={mayComment}
      onReply={write(thread.id, null)}
      onSettle={() => {
        const settle = thread.resolved ? actions.reopenComment : actions.resolveComment
        void settle({ articleId, id: thread.id }).then(show, () => false)
      }}
      onShow={onShow}
    />
  )
  const settled = threads.filter(({ resolved }) => resolved)
  return (
    <div>
      <p className="hint">{words('comments.hint')}</p>
      {threads.length === 0 && <p>{words('comments.empty')}</p>}
      {threads.filter(({ resolved }) => !resolved).map(view)}
      {settled.length > 0 && (
        <details>
          <summary>{words('comments.settled', { count: settled.length })}</summary>
          {settled.map(view)}
        </details>
      )}
      {mayComment && (
        <CommentForm
          label={words('comments.text')}
          submit={words('comments.send')}
          people={people}
          words={words}
          onSend={begin(false)}
          onFlag={isPublished ? begin(true) : undefined}
        >
          <p dir="auto">{marked ? words('comments.on', { quote: marked.quote }) : words('comments.noSelection')}</p>
        </CommentForm>
      )}
    </div>
  )
}

function Thread({
  thread,
  isGone,
  words,
  locale,
  people,
  mayComment,
  onReply,
  onSettle,
  onShow,
}: {
  readonly thread: CommentThread
  readonly isGone: boolean
  readonly words: SavingWords
  readonly locale: string
  readonly people: readonly Mentionable[]
  readonly mayComment: boolean
  readonly onReply: (text: string) => Promise<boolean>
  readonly onSettle: () => void
  readonly onShow: (text: string) => void
}) {
  const [isReplying, setReplying] = useState(false)
  const { anchor, wantsCorrection, resolved, replies, by } = thread
  const line = ({ id, by, at, text }: CommentLine) => (
    <div key={id}>
      <p className="hint">{words('comments.said', { name: by.name, time: clock(locale, at) })}</p>
      <p className="comment-text" dir="auto">
        {text}
      </p>
    </div>
  )
  return (
    <article className="thread" aria-label={words('comments.said', { name: by.name, time: clock(locale, thread.at) })}>
      <p dir="auto">
        {anchor === null && words('comments.whole')}
        {anchor && words(isGone ? 'comments.gone' : 'comments.on', { quote: anchor.quote })}
      </p>
      {wantsCorrection && (
        <p>
          <strong className={resolved ? undefined : 'wrong'}>{words('comments.flag')}</strong>
        </p>
      )}
      {line(thread)}
      {replies.length > 0 && (
        <ul>
          {replies.map((reply) => (
            <li key={reply.id}>{line(reply)}</li>
          ))}
        </ul>
      )}
      {resolved && (
        <p className="hint">
          {words('comments.resolved', { name: resolved.by ?? '', time: clock(locale, resolved.at) })}
        </p>
      )}
      <div className="row">
        {anchor && !isGone && (
          <Button type="button" kind="quiet" onPress={() => onShow(anchor.quote)}>
            {words('comments.show')}
          </Button>
        )}
        {mayComment && (
          <>
            <Button type="button" kind="quiet" onPress={() => setReplying(!isReplying)}>
              {words('comments.reply')}
            </Button>
            <Button type="button" kind="quiet" onPress={onSettle}>
              {words(resolved ? 'comments.reopen' : 'comments.resolve')}
            </Button>
          </>
        )}
      </div>
      {isReplying && (
        <CommentForm
          label={words('comments.replyTo', { name: by.name })}
          submit={words('comments.sendReply')}
          people={people}
          words={words}
          onSend={onReply}
          onCancel={() => setReplying(false)}
        />
      )}
    </article>
  )
}
