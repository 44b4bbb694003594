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

test('who is guessed at gets one letter a day, in the language of their newsroom; an unknown account gets none', async () => {
  const { tellOfGuessing } = await import('../support/tell-of-guessing.ts')
  const { id } = await signInToTest('reporter')
  await db.query(`UPDATE "User" SET "interfaceLocale" = 'ru' WHERE "id" = $1`, [id])
  const before = letters.length
  const now = new Date()
  await Promise.all([tellOfGuessing(`${id}@example.org`, now), tellOfGuessing(`${id}@EXAMPLE.org`, now)])
  await tellOfGuessing('nobody@example.org', now)
  assert.equal(letters.length, before + 1)
  assert.match(letters.at(-1) ?? '', new RegExp(`To: ${id}@example.org`))
  const said = Buffer.from(letters.at(-1)?.split('\r\n\r\n')[1] ?? '', 'base64').toString()
  assert.match(said, /^К вашей учётной записи .*\/admin\/account\/sessions$/)
  await tellOfGuessing(`${id}@example.org`, new Date(now.getTime() + 24 * 3_600_000 + 1))
  assert.equal(letters.length, before + 2)
})

test('who is guessed at by codes gets a letter of their own, also on the day of one about passwords', async () => {
  const { tellOfGuessedCodes, tellOfGuessing } = await import('../support/tell-of-guessing.ts')
  const { id } = await signInToTest('reporter')
  await db.query(`UPDATE "User" SET "interfaceLocale" = 'ru' WHERE "id" = $1`, [id])
  const before = letters.length
  const now = new Date()
  await tellOfGuessing(`${id}@example.org`, now)
  await Promise.all([tellOfGuessedCodes(id, now), tellOfGuessedCodes(id, now)])
  await tellOfGuessedCodes('nobody', now)
  assert.equal(letters.length, before + 2)
  assert.match(letters.at(-1) ?? '', new RegExp(`To: ${id}@example.org`))
  const said = Buffer.from(letters.at(-1)?.split('\r\n\r\n')[1] ?? '', 'base64').toString()
  assert.match(said, /^С вашим паролем .*\/admin\/account\/security$/)
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
