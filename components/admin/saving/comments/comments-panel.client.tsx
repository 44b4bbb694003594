'use client'

import { useContext, useEffect, useState } from 'react'
import { clock } from '#components/admin/saving/clock.ts'
import { useMarkedWords } from '#components/admin/saving/history/use-marked-words.ts'
import { Button } from '#components/admin/ui/button.tsx'
import { UnheardContext } from '#components/admin/ui/use-answered.ts'
import { type CommentAnchor, findAnchor } from '#lib/domain/writing/saving/anchor.ts'
import { blockText } from '#lib/domain/writing/saving/block-text.ts'
import type { CommentLine, CommentsAnswer, CommentThread } from '#lib/domain/writing/saving/comment.ts'
import type { Mentionable } from '#lib/domain/writing/saving/mentions.ts'
import type { SuggestedBody } from '#lib/domain/writing/suggesting/suggested-body.ts'
import type { SavingWords } from '#lib/i18n/admin/editor/saving/words.ts'
import { ask, type Heard } from './asking.ts'
import { CommentForm, type Write } from './comment-form.client.tsx'

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
  const [replying, setReplying] = useState<ReadonlySet<number>>(new Set())
  useEffect(() => {
    const timer = setInterval(async () => {
      if (!mayComment || document.visibilityState === 'hidden') return
      const answer = await actions.readComments({ articleId }).catch(() => null)
      if (answer?.kind === 'comments') setThreads(answer.threads)
    }, everyMs)
    return () => clearInterval(timer)
  }, [actions, articleId, mayComment])
  const write =
    (parentId: number | null, anchor: CommentAnchor | null, wantsCorrection = false): Write =>
    (text, tell) => {
      const asked = { articleId, parentId, text, anchor, wantsCorrection }
      void ask(() => actions.writeComment(asked), { show: setThreads, tell })
    }
  const begin = (wantsCorrection: boolean): Write => {
    const send = write(null, marked, wantsCorrection)
    return (text, tell) =>
      send(text, (heard) => {
        if (heard === 'done') forget()
        tell(heard)
      })
  }
  const reply = (id: number, isReplying: boolean) =>
    setReplying((before) => new Set([...before, id].filter((one) => isReplying || one !== id)))
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
      isReplying={replying.has(thread.id)}
      onReplying={(isReplying) => reply(thread.id, isReplying)}
      onSettle={(tell) => {
        const settle = thread.resolved ? actions.reopenComment : actions.resolveComment
        void ask(() => settle({ articleId, id: thread.id }), { show: setThreads, tell })
      }}
      onShow={onShow}
    />
  )
  // Who is replying goes on where they write, also when a colleague settles the thread meanwhile.
  const isSettled = ({ id, resolved }: CommentThread) => resolved !== null && !replying.has(id)
  const settled = threads.filter(isSettled)
  return (
    <div>
      <p className="hint">{words('comments.hint')}</p>
      {threads.length === 0 && <p>{words('comments.empty')}</p>}
      {threads.filter((thread) => !isSettled(thread)).map(view)}
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
  isReplying,
  onReplying,
  onSettle,
  onShow,
}: {
  readonly thread: CommentThread
  readonly isGone: boolean
  readonly words: SavingWords
  readonly locale: string
  readonly people: readonly Mentionable[]
  readonly mayComment: boolean
  readonly onReply: Write
  readonly isReplying: boolean
  readonly onReplying: (isReplying: boolean) => void
  readonly onSettle: (tell: (heard: Heard) => void) => void
  readonly onShow: (text: string) => void
}) {
  const [settling, setSettling] = useState<'idle' | 'asking' | Heard>('idle')
  const unheard = useContext(UnheardContext)
  const says = {
    ...{ idle: '', asking: words('status.saving'), done: '', unanswered: words('comments.unanswered') },
    ...{ 'signed-out': unheard?.signedOut ?? words('signIn.text'), 'not-allowed': words('comments.mayNot') },
  }[settling]
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
            <Button type="button" kind="quiet" onPress={() => onReplying(true)}>
              {words('comments.reply')}
            </Button>
            <Button
              type="button"
              kind="quiet"
              onPress={() => {
                setSettling('asking')
                onSettle(setSettling)
              }}
            >
              {words(resolved ? 'comments.reopen' : 'comments.resolve')}
            </Button>
            <p className={settling === 'asking' ? 'said' : 'wrong'} role="status">
              {says}
            </p>
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
          onCancel={() => onReplying(false)}
        />
      )}
    </article>
  )
}
