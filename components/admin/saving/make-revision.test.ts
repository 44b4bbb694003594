import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ArticleDraft } from '#lib/domain/writing/editor/article-draft.ts'
import type { Batch, SavedArticle } from '#lib/domain/writing/saving/save-answers.ts'
import { makeRevision } from './make-revision.ts'
import { type SaveLoop, startSaveLoop } from './save-loop.ts'

const initial: ArticleDraft = {
  ...{ headline: 'start', standfirst: '', description: null, body: [], pictureId: null, sources: [], sourceLine: null },
  ...{ slug: 'start', blogId: 1, topicIds: [], bylines: [] },
}

/** A server that makes a revision of an open copy alone: of one that has come since it was put away. */
function startServer() {
  const sent: Batch[] = []
  let putAwayUpTo = 0
  let isClosed = false
  const loop: SaveLoop = startSaveLoop({
    ...{ tab: 'tab', version: 1, initial },
    log: { keep: async () => 'kept', prune: async () => undefined },
    send: async (batch) => {
      sent.push(batch)
      if (isClosed) return { kind: 'refused' }
      return { kind: 'heard', sequence: batch.sequence, version: 1, lock: null }
    },
    onState: () => undefined,
  })
  const saveArticle = async ({ sequence }: { readonly sequence: number }): Promise<SavedArticle> =>
    sequence > putAwayUpTo ? { kind: 'saved', version: 2 } : { kind: 'not-sent' }
  return {
    ...{ loop, sent },
    putAway: () => {
      putAwayUpTo = sent.at(-1)?.sequence ?? 0
    },
    close: () => {
      isClosed = true
    },
    save: () => makeRevision({ ...{ articleId: 1, tab: 'tab', loop, saveArticle }, onMade: () => undefined }),
  }
}

test('a text whose copy another tab took or put away meanwhile is sent anew, and saved', async () => {
  const server = startServer()
  server.loop.change({ ...initial, headline: 'mine' })
  await server.loop.flush()
  server.putAway()
  assert.deepEqual(await server.save(), { kind: 'saved', version: 2 })
  assert.deepEqual(
    server.sent.map(({ draft, base }) => [draft.headline, base?.headline]),
    [
      ['mine', 'start'],
      ['mine', 'start'],
    ],
  )
  server.loop.stop()
})

test('a text that is a revision already asks for none', async () => {
  const server = startServer()
  assert.deepEqual(await server.save(), { kind: 'saved', version: 1 })
  assert.equal(server.sent.length, 0)
  server.loop.stop()
})

test('whoever may not write here any more is told that, and not that the server is away', async () => {
  const server = startServer()
  server.close()
  server.loop.change({ ...initial, headline: 'mine' })
  assert.deepEqual(await server.save(), { kind: 'not-allowed' })
  server.loop.stop()
})
