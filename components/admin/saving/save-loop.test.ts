import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import type { ArticleDraft } from '#lib/domain/writing/editor/article-draft.ts'
import type { Batch, BatchAnswer } from '#lib/domain/writing/saving/save-answers.ts'
import { statusOf } from '#lib/domain/writing/saving/save-state.ts'
import { keepWithinMs, type SaveLoop, sendWithinMs, startSaveLoop } from './save-loop.ts'

const initial: ArticleDraft = {
  ...{ headline: 'start', standfirst: '', description: null, body: [], pictureId: null, sources: [], sourceLine: null },
  ...{ slug: 'start', blogId: 1, topicIds: [], bylines: [] },
}
const draft = (headline: string): ArticleDraft => ({ ...initial, headline })

type Bench = {
  readonly loop: SaveLoop
  readonly sent: Batch[]
  readonly kept: number[]
  /** What the server answers from here on. */
  answer: (batch: Batch) => BatchAnswer | Promise<BatchAnswer>
  device: 'kept' | 'full' | 'silent'
  readonly tick: (ms: number) => Promise<void>
}

const heard = ({ sequence, baseVersion }: Batch): BatchAnswer => ({
  kind: 'heard',
  sequence,
  version: baseVersion,
  lock: null,
})

async function withLoop(work: (bench: Bench) => Promise<void>): Promise<void> {
  mock.timers.enable({ apis: ['setTimeout', 'Date'] })
  const sent: Batch[] = []
  const kept: number[] = []
  const settle = async () => {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve()
  }
  const loop = startSaveLoop({
    ...{ tab: 'tab', version: 1, initial },
    log: {
      keep: async ({ sequence }) => {
        if (bench.device === 'silent') return new Promise(() => undefined)
        if (bench.device === 'kept') kept.push(sequence)
        return bench.device
      },
      prune: () => (bench.device === 'silent' ? new Promise(() => undefined) : Promise.resolve()),
    },
    send: async (batch) => {
      sent.push(batch)
      return bench.answer(batch)
    },
    onState: () => undefined,
  })
  const bench: Bench = {
    ...{ loop, sent, kept, answer: heard, device: 'kept' },
    tick: async (ms) => {
      for (let passed = 0; passed < ms; passed += 50) {
        mock.timers.tick(50)
        await settle()
      }
    },
  }
  try {
    await work(bench)
  } finally {
    loop.stop()
    mock.timers.reset()
  }
}

test('a keystroke is on the device within 300 ms and on the server within 2 s', async () => {
  assert.ok(keepWithinMs < 300 && sendWithinMs < 2000)
  await withLoop(async ({ loop, sent, kept, tick }) => {
    loop.change(draft('a'))
    await tick(300)
    assert.deepEqual(kept, [1])
    assert.equal(statusOf(loop.state()), 'saved-here')
    await tick(1700)
    assert.deepEqual(
      sent.map(({ sequence, draft }) => [sequence, draft.headline]),
      [[1, 'a']],
    )
    assert.equal(statusOf(loop.state()), 'saved')
  })
})

test('someone who never stops typing is saved as often, and only the newest state travels', async () => {
  await withLoop(async ({ loop, sent, kept, tick }) => {
    for (let number = 1; number <= 100; number++) {
      loop.change(draft(`${number}`))
      await tick(50)
    }
    assert.ok(kept.length >= 20, `${kept.length} times in 5 s`)
    assert.ok(sent.length >= 4 && sent.length <= 6, `${sent.length} requests in 5 s`)
    await tick(2000)
    assert.equal(sent.at(-1)?.draft.headline, '100')
  })
})

test('one request at a time: a slow one is waited for, then the newest state goes', async () => {
  await withLoop(async (bench) => {
    const { loop, sent, tick } = bench
    let release = () => {}
    bench.answer = (batch) =>
      new Promise((resolve) => {
        release = () => resolve(heard(batch))
      })
    loop.change(draft('a'))
    await tick(1000)
    loop.change(draft('b'))
    loop.change(draft('c'))
    await tick(5000)
    assert.equal(sent.length, 1)
    release()
    bench.answer = heard
    await tick(2000)
    assert.deepEqual(
      sent.map((batch) => batch.draft.headline),
      ['a', 'c'],
    )
    assert.equal(statusOf(loop.state()), 'saved')
  })
})

test('ten minutes without a network: kept here, tried again and again, sent when it is back', async () => {
  await withLoop(async (bench) => {
    const { loop, sent, kept, tick } = bench
    bench.answer = () => ({ kind: 'unreachable' })
    loop.change(draft('a'))
    await tick(600_000)
    assert.equal(statusOf(loop.state()), 'offline')
    assert.deepEqual(kept, [1])
    assert.ok(sent.length > 60, `${sent.length} attempts`)
    bench.answer = heard
    loop.retry()
    await tick(100)
    assert.equal(statusOf(loop.state()), 'saved')
  })
})

test('a full device says so while the server still gets everything', async () => {
  await withLoop(async (bench) => {
    bench.device = 'full'
    bench.loop.change(draft('a'))
    await bench.tick(300)
    assert.equal(statusOf(bench.loop.state()), 'not-saved')
    await bench.tick(1000)
    assert.equal(statusOf(bench.loop.state()), 'saved')
  })
})

test('an expired session keeps the text, and the next session gets it', async () => {
  await withLoop(async (bench) => {
    bench.answer = () => ({ kind: 'signed-out' })
    bench.loop.change(draft('a'))
    await bench.tick(2000)
    assert.equal(statusOf(bench.loop.state()), 'signed-out')
    bench.answer = heard
    assert.equal((await bench.loop.flush())?.draft.headline, 'a')
    assert.equal(bench.sent.at(-1)?.draft.headline, 'a')
  })
})

test('the base travels until the server has it, and again after a merge', async () => {
  await withLoop(async ({ loop, sent, tick }) => {
    loop.change(draft('a'))
    await tick(1500)
    loop.change(draft('b'))
    await tick(1500)
    loop.rebase({ version: 4, base: draft('theirs'), draft: draft('merged') })
    await tick(1500)
    assert.deepEqual(
      sent.map((batch) => [batch.baseVersion, batch.base?.headline]),
      [
        [1, 'start'],
        [1, undefined],
        [4, 'theirs'],
      ],
    )
  })
})

test('a newer version of somebody else is a conflict, never an overwrite', async () => {
  await withLoop(async (bench) => {
    bench.answer = ({ sequence }) => ({ kind: 'heard', sequence, version: 2, lock: null })
    bench.loop.change(draft('a'))
    await bench.tick(1500)
    assert.equal(statusOf(bench.loop.state()), 'conflict')
    bench.loop.rebase({ version: 2, base: draft('theirs'), draft: draft('merged') })
    await bench.tick(1500)
    assert.equal(statusOf(bench.loop.state()), 'saved')
    assert.equal(bench.sent.at(-1)?.baseVersion, 2)
  })
})

test('a revision is made of exactly the text that was sent, whatever is typed meanwhile', async () => {
  await withLoop(async ({ loop, sent, tick }) => {
    loop.change(draft('a'))
    await loop.withSent(async ({ sequence, draft: text }) => {
      loop.change(draft('b'))
      await tick(3000)
      assert.deepEqual([sequence, text.headline, sent.length], [1, 'a', 1])
    })
    await tick(2000)
    assert.equal(sent.at(-1)?.draft.headline, 'b')
  })
})

test('a device that never answers holds up no save on the server, and is told of', async () => {
  await withLoop(async (bench) => {
    const { loop, sent, tick } = bench
    bench.device = 'silent'
    loop.change(draft('a'))
    let saved: unknown = 'nothing yet'
    void loop
      .withSent(async ({ draft: text }) => text.headline)
      .then((text) => {
        saved = text
      })
    await tick(4000)
    assert.deepEqual([saved, sent.length, loop.state().device], ['a', 1, 'unavailable'])
    assert.equal(statusOf(loop.state()), 'saved')
  })
})

test('what stands here alone goes to the server anew, with what it grew from; what is a revision does not', async () => {
  await withLoop(async ({ loop, sent, tick }) => {
    loop.sendAgain()
    await tick(2000)
    assert.equal(sent.length, 0)
    loop.change(draft('a'))
    await tick(2000)
    loop.sendAgain()
    await tick(2000)
    assert.deepEqual(
      sent.map(({ sequence, draft: { headline }, base }) => [sequence, headline, base?.headline]),
      [
        [1, 'a', 'start'],
        [2, 'a', 'start'],
      ],
    )
  })
})
