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
    92: 'Ала-Тоо аянты',
    90: 'Бишкек',
    101: 'Кыргызстан',
  })
  assert.deepEqual(await readPhotoMetadata(bytes), {
    caption: 'Чүй дарыясы. Июнь',
    alt: null,
    credit: 'Айгүл Саматова / Reuters',
    copyright: '© Reuters',
    rights: 'Only once',
    takenAt: new Date('2026-01-02T04:15:00Z'),
    location: 'Ала-Тоо аянты, Бишкек, Кыргызстан',
    digitalSource: null,
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

test('a caption longer than a field is cut, never through a sign', async () => {
  const caption = `a${'📷'.repeat(5_000)}`
  const { caption: read } = await readPhotoMetadata(
    await withXmp(
      await plain(),
      `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${caption}</rdf:li></rdf:Alt></dc:description>`,
    ),
  )
  assert.ok(read)
  assert.ok(read.startsWith('a📷') && read.length <= 4_000)
  assert.ok(read.isWellFormed())
})

test('the place that is shown comes before that of the camera, in words and without coordinates', async () => {
  const shown = `<Iptc4xmpExt:LocationShown><rdf:Bag>
    <rdf:li rdf:parseType="Resource">
      <Iptc4xmpExt:LocationName><rdf:Alt><rdf:li xml:lang="x-default">Burana Tower</rdf:li></rdf:Alt></Iptc4xmpExt:LocationName>
      <Iptc4xmpExt:Sublocation>42°44'48"N 75°15'01"E</Iptc4xmpExt:Sublocation>
      <Iptc4xmpExt:City>Tokmok</Iptc4xmpExt:City><Iptc4xmpExt:ProvinceState>Chüy</Iptc4xmpExt:ProvinceState>
      <Iptc4xmpExt:CountryName>Kyrgyzstan</Iptc4xmpExt:CountryName><exif:GPSLatitude>42,44.8N</exif:GPSLatitude>
    </rdf:li>
    <rdf:li><rdf:Description Iptc4xmpExt:City="Kant" Iptc4xmpExt:CountryName="Kyrgyzstan"/></rdf:li>
  </rdf:Bag></Iptc4xmpExt:LocationShown>`
  const created = `<Iptc4xmpExt:LocationCreated><rdf:Bag><rdf:li rdf:parseType="Resource">
    <Iptc4xmpExt:Sublocation>Lat 42.8746 Lon 74.5698</Iptc4xmpExt:Sublocation>
    <Iptc4xmpExt:City>Osh</Iptc4xmpExt:City></rdf:li></rdf:Bag></Iptc4xmpExt:LocationCreated>`
  const older = '<Iptc4xmpCore:Location>Old square</Iptc4xmpCore:Location><photoshop:City>Bishkek</photoshop:City>'
  const iptc = { 90: 'Karakol' }
  for (const [xmp, location] of [
    [shown + created + older, 'Burana Tower, Tokmok, Chüy, Kyrgyzstan; Kant, Kyrgyzstan'],
    [created + older, 'Osh'],
    [older, 'Old square, Bishkek'],
    ['', 'Karakol'],
  ] as const)
    assert.equal((await readPhotoMetadata(withIptc(await withXmp(await plain(), xmp), iptc))).location, location)
  // Nothing but GPS: the place of who took it stays theirs.
  assert.equal((await readPhotoMetadata(await photograph())).location, null)
})

test('how a picture came to be is read as text and as an address, and only from the list', async () => {
  const scheme = 'http://cv.iptc.org/newscodes/digitalsourcetype/'
  for (const [property, digitalSource] of [
    [`<Iptc4xmpExt:DigitalSourceType>${scheme}digitalCapture</Iptc4xmpExt:DigitalSourceType>`, 'digitalCapture'],
    [`<Iptc4xmpExt:DigitalSourceType rdf:resource="${scheme}trainedAlgorithmicMedia"/>`, 'trainedAlgorithmicMedia'],
    [`<Iptc4xmpExt:DigitalSourceType>${scheme}painting</Iptc4xmpExt:DigitalSourceType>`, null],
  ] as const)
    assert.equal((await readPhotoMetadata(await withXmp(await plain(), property))).digitalSource, digitalSource)
})

test('EXIF of a camera is the last resort', async () => {
  const read = await readPhotoMetadata(await photograph())
  assert.equal(read.credit, 'Own Artist')
  assert.equal(read.copyright, 'Own Copyright')
  assert.equal(read.caption, null)
})

test('no metadata, damaged metadata and what is no picture say nothing', async () => {
  const nothing = {
    ...{ caption: null, alt: null, credit: null, copyright: null, rights: null, takenAt: null },
    ...{ location: null, digitalSource: null },
  }
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
