import assert from 'node:assert/strict'
import { test } from 'node:test'
import { embedOf } from './embed-of.ts'

const cases: readonly (readonly [name: string, address: string, page: string])[] = [
  [
    'the page behind a player',
    'https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/a/b',
    'https://soundcloud.com/a/b',
  ],
  ['the player where its page is missing', 'https://vimeo.com/channels/x', 'https://vimeo.com/channels/x'],
  [
    'the player where its page is a script',
    'https://www.facebook.com/plugins/video.php?href=javascript:alert(1)',
    'https://www.facebook.com/plugins/video.php?href=javascript:alert(1)',
  ],
  [
    'the player where its page is a file',
    'https://w.soundcloud.com/player/?url=ftp://x/y',
    'https://w.soundcloud.com/player/?url=ftp://x/y',
  ],
]
for (const [name, address, page] of cases) test(name, () => assert.equal(embedOf(address)?.url, page))

test('what is no web address is no embed', () => {
  for (const address of ['javascript:alert(1)', 'file:///etc/passwd', 'https://me:secret@vimeo.com/1', ''])
    assert.equal(embedOf(address), null, address)
})
