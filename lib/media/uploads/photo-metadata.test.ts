import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { photograph } from '#lib/media/demo/test-pictures.ts'
import { withIptc, withXmp } from '#lib/media/testing/agency-photo.ts'
import { readPhotoMetadata } from './photo-metadata.ts'

const plain = () =>
  sharp({ create: { width: 400, height: 300, channels: 3, background: '#446688' } })
    .jpeg()
    .toBuffer()

test('IPTC of an agency is read, in its own script', async () => {
  const bytes = withIptc(await plain(), {
    120: 'Чүй дарыясы. Июнь',
    80: 'Айгүл Саматова',
    110: 'Reuters',
    116: '© Reuters',
    40: 'Only once',
    55: '20260102',
    60: '101500+0600',
  })
  assert.deepEqual(await readPhotoMetadata(bytes), {
    caption: 'Чүй дарыясы. Июнь',
    alt: null,
    credit: 'Айгүл Саматова / Reuters',
    copyright: '© Reuters',
    rights: 'Only once',
    takenAt: new Date('2026-01-02T04:15:00Z'),
  })
})

test('XMP comes before IPTC, and its words for everybody before those of one language', async () => {
  const bytes = withIptc(
    await withXmp(
      await plain(),
      `<dc:description><rdf:Alt><rdf:li xml:lang="ru">Чу в июне</rdf:li><rdf:li xml:lang="x-default">The Chu &lt;in&gt; June</rdf:li></rdf:Alt></dc:description>
       <dc:creator><rdf:Seq><rdf:li>Aida</rdf:li><rdf:li>Bek</rdf:li></rdf:Seq></dc:creator>
       <xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang="x-default">CC BY</rdf:li></rdf:Alt></xmpRights:UsageTerms>
       <photoshop:DateCreated>2026-06-15</photoshop:DateCreated>
       <Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">A wide river</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>`,
    ),
    { 120: 'Older caption' },
  )
  const read = await readPhotoMetadata(bytes)
  assert.equal(read.caption, 'The Chu <in> June')
  assert.equal(read.alt, 'A wide river')
  assert.equal(read.credit, 'Aida, Bek')
  assert.equal(read.rights, 'CC BY')
  assert.deepEqual(read.takenAt, new Date('2026-06-15T00:00:00Z'))
})

test('EXIF of a camera is the last resort', async () => {
  const read = await readPhotoMetadata(await photograph())
  assert.equal(read.credit, 'Own Artist')
  assert.equal(read.copyright, 'Own Copyright')
  assert.equal(read.caption, null)
})

test('no metadata, damaged metadata and what is no picture say nothing', async () => {
  const nothing = { caption: null, alt: null, credit: null, copyright: null, rights: null, takenAt: null }
  assert.deepEqual(await readPhotoMetadata(await plain()), nothing)
  assert.deepEqual(await readPhotoMetadata(await withXmp(await plain(), '<dc:description><rdf:Alt><broken')), nothing)
  assert.deepEqual(await readPhotoMetadata(Buffer.from('<svg onload="alert(1)"/>')), nothing)
})

test('XML that wants to grow is not grown', async () => {
  const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>`
  const bytes = await withXmp(await plain(), '<photoshop:Credit>&b;</photoshop:Credit>', bomb)
  const { credit } = await readPhotoMetadata(bytes)
  assert.ok(credit === null || credit.length < 10, String(credit))
})
