import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { after, before, test } from 'node:test'
import { withDatabase } from '#lib/store/testing/database.ts'
import { makeEdition } from '#lib/store/testing/newsroom.ts'
import { outcomeOf, signInToTest } from '../testing/next-request.ts'
import { formOf } from '../testing/refusal-cases.ts'

const db = withDatabase()
const letters: string[] = []

/** A post office of one room: takes any letter (RFC 5321), and keeps it. */
const post = createServer((socket) => {
  let [text, isLetter] = ['', false]
  socket.write('220 post\r\n')
  socket.on('data', (data) => {
    text += data
    if (isLetter && text.includes('\r\n.\r\n')) {
      letters.push(text)
      isLetter = false
      socket.write('250 taken\r\n')
    } else if (!isLetter) {
      isLetter = /\r?\nDATA\r\n$|^DATA\r\n$/.test(text)
      socket.write(isLetter ? '354 go on\r\n' : '250 yes\r\n')
    } else return
    text = ''
  })
})

before(async () => {
  await new Promise<void>((resolve) => post.listen(0, '127.0.0.1', resolve))
  const address = post.address()
  assert.ok(address && typeof address === 'object')
  process.env.SMTP_URL = `smtp://127.0.0.1:${address.port}`
  process.env.MAIL_FROM = 'newsroom@example.org'
})
after(() => post.close())

test('a test letter really goes out, to whoever asks', async () => {
  const { sendTestLetter } = await import('./settings.ts')
  await makeEdition()
  const { id } = await signInToTest('administrator')
  const answered = await outcomeOf(() => sendTestLetter({ kind: 'idle' }, formOf()))
  assert.equal(answered.kind, 'answered')
  assert.match(letters.join(), new RegExp(`To: ${id}@example.org`))
})

test('a shorter session ends the older ones, and a new sign-in lasts as long as it is set', async () => {
  const { saveSessionLength } = await import('./settings.ts')
  await signInToTest('administrator')
  await db.query(
    `UPDATE "Session" SET "createdAt" = now() - interval '3 days', "expiresAt" = now() + interval '9 days'`,
  )
  const { id } = await signInToTest('administrator')
  await outcomeOf(() => saveSessionLength({ kind: 'idle' }, formOf({ days: '1' })))
  const rows = await db.query<{ userId: string; isOver: boolean }>(
    'SELECT "userId", "expiresAt" < now() AS "isOver" FROM "Session"',
  )
  for (const { userId, isOver } of rows) assert.equal(isOver, userId !== id)
})
