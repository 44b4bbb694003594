import assert from 'node:assert/strict'
import { test } from 'node:test'
import readExif from 'exif-reader'
import sharp from 'sharp'
import { crops, formats, type RenditionWidth, renditionsOf } from '#lib/domain/media/renditions.ts'
import { photograph } from '#lib/media/demo/test-pictures.ts'
import { readPhotoMetadata } from '#lib/media/uploads/photo-metadata.ts'
import { makeRendition, type PictureFile } from './make-rendition.ts'

const picture: PictureFile = {
  token: 'k3vYw0Zc9mQx7rTd',
  width: 1000,
  height: 700,
  focus: { x: 0, y: 0 },
  credit: 'Айгүл <Desk> & sons',
  copyright: '© Masthead’s desk',
  digitalSource: 'compositeSynthetic',
  sha256: 'unused',
  mediaType: 'image/jpeg',
}

test('every rendition has the size that the page announces', async () => {
  const original = await photograph()
  for (const crop of crops)
    for (const format of formats)
      for (const size of renditionsOf(picture, crop).slice(0, 3)) {
        const bytes = await makeRendition(original, picture, { crop, width: size.width, format })
        const { width, height, format: made } = await sharp(bytes).metadata()
        assert.deepEqual({ width, height }, size, `${crop}-${size.width}.${format}`)
        assert.equal(made, { avif: 'heif', webp: 'webp', jpg: 'jpeg' }[format])
      }
})

test('place and serial numbers never reach a public byte; credit, copyright and digital source do', async () => {
  const original = await photograph()
  const own = readExif((await sharp(original).metadata()).exif as Buffer)
  assert.ok(own.GPSInfo?.GPSLatitude && own.Photo?.BodySerialNumber, 'the fixture holds what must go')
  for (const format of formats) {
    const bytes = await makeRendition(original, picture, { crop: '16x9', width: 320, format })
    const text = bytes.toString('latin1')
    for (const secret of ['SERIAL-0042', 'LENS-0042', 'Hidden Owner', 'SecretMake', 'Own Artist', 'GPSL'])
      assert.ok(!text.includes(secret), `${format} holds ${secret}`)
    const { exif, xmp } = await sharp(bytes).metadata()
    const kept = readExif(exif as Buffer)
    assert.equal(kept.GPSInfo, undefined)
    assert.equal(kept.Photo?.BodySerialNumber, undefined)
    assert.equal(kept.Image?.Artist, undefined, 'EXIF has no letters for this name: XMP says it')
    assert.equal(kept.Image?.Copyright, "(c) Masthead's desk")
    assert.ok(xmp?.toString().includes('<photoshop:Credit>Айгүл &lt;Desk&gt; &amp; sons</photoshop:Credit>'))
    assert.ok(xmp?.toString().includes('© Masthead’s desk'))
    assert.equal((await readPhotoMetadata(bytes)).digitalSource, 'compositeSynthetic', format)
  }
})

test('the copyright that the file brought stays, when the newsroom knows of none', async () => {
  const bytes = await makeRendition(
    await photograph(),
    { ...picture, copyright: null },
    { crop: 'whole', width: 160, format: 'jpg' },
  )
  const { exif } = await sharp(bytes).metadata()
  assert.equal(readExif(exif as Buffer).Image?.Copyright, 'Own Copyright')
})

test('a crop shows the focal point, also of a picture that lies on its side', async () => {
  // Seen upright, the red square of this one is at the top right.
  const original = await photograph({ width: 700, height: 400, orientation: 6 })
  const tall = { ...picture, width: 400, height: 700, focus: { x: 1, y: 0 } }
  const bytes = await makeRendition(original, tall, { crop: '16x9', width: 320, format: 'webp' })
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  const corner = (info.width - 10 + 10 * info.width) * info.channels
  assert.ok((data[corner] ?? 0) > 200 && (data[corner + 2] ?? 255) < 80, 'red is at the top right')
})

test('what follows the pixels of a polyglot stays behind', async () => {
  const polyglot = Buffer.concat([await photograph(), Buffer.from('<script>alert(1)</script>PK\x03\x04')])
  for (const format of formats) {
    const bytes = await makeRendition(polyglot, picture, { crop: '1x1', width: 160, format })
    assert.ok(!bytes.includes('<script'))
  }
})

test('a size that does not exist is a bug of the caller', async () => {
  const wanted = { crop: 'whole', width: 1920 as RenditionWidth, format: 'jpg' } as const
  await assert.rejects(makeRendition(await photograph(), picture, wanted), RangeError)
})
