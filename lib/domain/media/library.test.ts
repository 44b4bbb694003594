import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SignedIn } from '#lib/domain/people/permissions.ts'
import type { Role } from '#lib/domain/people/roles.ts'
import { describePicture, drawsTheSame, type LibraryPicture, mayChangePicture, repeats } from './library.ts'

const picture: LibraryPicture = {
  ...{ id: 1, token: 'a'.repeat(24), version: 1, focus: { x: 0.5, y: 0.5 }, uploadedById: 'aida' },
  ...{ fileName: 'a.jpg', mediaType: 'image/jpeg', width: 1600, height: 900, bytes: 10, sha256: 'f'.repeat(64) },
  ...{ credit: 'Aida', copyright: null, rights: null, rightsUntil: null, isReusable: true, takenAt: null },
  ...{ location: null, digitalSource: null },
  ...{ texts: [], ownCaption: null, ownAlt: null, createdAt: new Date(0) },
}
const words = { locale: 'en', alt: 'A wide river', caption: 'The Chu in June', credit: null }

function person(id: string, role: Role): SignedIn {
  return {
    ...{ id, name: id, email: `${id}@example.org`, interfaceLocale: 'en', sessionId: 's', signedInAt: new Date(0) },
    grants: [{ role, editionId: null, blogId: null }],
  }
}

test('a description that says the caption again is refused, whatever its signs and capitals', () => {
  for (const [alt, caption] of [
    ['The Chu in June', 'The Chu in June'],
    ['the chu, in june.', 'The Chu in June'],
    ['Чүй дарыясы', 'ЧҮЙ ДАРЫЯСЫ!'],
    ['رود چو', '«رود چو»'],
  ] as const)
    assert.deepEqual(
      describePicture(picture, { ...words, alt, caption }),
      { ok: false, error: { kind: 'alt-is-caption' } },
      alt,
    )
  assert.ok(!repeats('A wide river', 'The Chu in June'))
  assert.ok(!repeats('', ''))
})

test('words come into their locale, take the place of older ones, and go when they are empty', () => {
  const once = describePicture(picture, words)
  assert.ok(once.ok)
  const twice = describePicture(once.value, { ...words, locale: 'ru', alt: 'Широкая река' })
  assert.ok(twice.ok)
  assert.deepEqual(
    twice.value.texts.map(({ locale }) => locale),
    ['en', 'ru'],
  )
  const gone = describePicture(twice.value, { locale: 'en', alt: '', caption: '', credit: null })
  assert.ok(gone.ok)
  assert.deepEqual(
    gone.value.texts.map(({ locale }) => locale),
    ['ru'],
  )
  assert.deepEqual(describePicture(picture, { ...words, alt: '' }), { ok: false, error: { kind: 'alt-missing' } })
})

test('whatever changes the bytes of a rendition draws differently, and nothing else does', () => {
  for (const change of [
    { sha256: 'e'.repeat(64) },
    { focus: { x: 0.4, y: 0.5 } },
    { credit: 'Bek' },
    { copyright: '©' },
    { digitalSource: 'print' },
  ] as const)
    assert.ok(!drawsTheSame(picture, { ...picture, ...change }), JSON.stringify(change))
  for (const change of [
    { rights: 'Once' },
    { texts: [words] },
    { takenAt: new Date(1) },
    { location: 'Osh' },
    { fileName: 'b.jpg' },
  ])
    assert.ok(drawsTheSame(picture, { ...picture, ...change }), JSON.stringify(change))
})

test('editors change every picture, reporters what they brought, contributors none', () => {
  assert.ok(mayChangePicture(person('bek', 'editor'), picture))
  assert.ok(mayChangePicture(person('aida', 'reporter'), picture))
  assert.ok(!mayChangePicture(person('bek', 'reporter'), picture))
  assert.ok(!mayChangePicture(person('aida', 'contributor'), picture))
  assert.ok(!mayChangePicture(person('aida', 'reporter'), { uploadedById: null }))
})
