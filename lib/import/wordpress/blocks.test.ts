import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bodyOfHtml } from '../body/body-of-html.ts'
import type { SourcePicture } from '../source-item.ts'
import { inShort } from '../testing/in-short.ts'
import { wordPressHtml } from './block-comments.ts'
import type { WordPressParts } from './gallery.ts'

const uploads: Readonly<Record<string, SourcePicture>> = {
  '1': { url: 'https://old.example/a.jpg', alt: 'One', caption: '' },
  '2': { url: 'https://old.example/b.jpg', alt: 'Two', caption: 'Second' },
  '3': { url: 'https://old.example/c.mp3', alt: '', caption: '' },
}

const parts: WordPressParts = {
  attachment: (id) => uploads[id] ?? null,
  uploads: ['1', '2', '3'],
  pattern: (id) => (id === '9' ? '<!-- wp:paragraph --><p>Shared</p><!-- /wp:paragraph -->' : null),
  footnotes: ['A note'],
}

function read(content: string) {
  const losses: string[] = []
  const lose = (kind: string, detail: string) => void losses.push(`${kind}: ${detail}`)
  const place = { base: 'https://old.example/2020/', ownHost: 'old.example' }
  const { blocks, pictures } = bodyOfHtml(wordPressHtml(content, parts, lose), place, lose)
  return { blocks: inShort(blocks), losses, pictures }
}

const image = '<figure class="wp-block-image"><img src="/a.jpg" alt="One"/></figure>'
const embed = (name: string, url: string) =>
  `<!-- wp:${name} {"url":"${url}"} --><figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\n${url}\n</div></figure><!-- /wp:${name} -->`

/** Blocks with markup of their own, as the editor saves it (github.com/WordPress/gutenberg, packages/block-library). */
const saved: readonly (readonly [
  name: string,
  content: string,
  blocks: readonly string[],
  losses?: readonly string[],
])[] = [
  ['paragraph', '<p>A <em>b</em></p>', ['p A b']],
  ['heading', '<h3 class="wp-block-heading">H</h3>', ['h H']],
  ['subhead', '<p class="wp-block-subhead">Sub</p>', ['p Sub']],
  ['list', '<ul><li>One</li><li>Two</li></ul>', ['ul One / Two']],
  ['list', '<ul><li>One<ul><li>In</li></ul></li></ul>', ['ul One / In'], ['formatting: list in a list']],
  ['quote', '<blockquote class="wp-block-quote"><p>Q</p><cite>C</cite></blockquote>', ['quote Q — C']],
  ['pullquote', '<figure class="wp-block-pullquote"><blockquote><p>Q</p></blockquote></figure>', ['pull Q']],
  ['code', '<pre class="wp-block-code"><code>a\nb</code></pre>', ['p a', 'p b'], ['formatting: pre']],
  ['preformatted', '<pre>a<br>b</pre>', ['p a', 'p b'], ['formatting: pre']],
  ['verse', '<pre class="wp-block-verse">a</pre>', ['p a'], ['formatting: pre']],
  ['freeform', 'One\n\nTwo', ['p One', 'p Two']],
  ['html', '<p>Own</p><script>x</script>', ['p Own'], ['script: inline']],
  ['image', image, ['figure text']],
  [
    'image',
    '<figure><a href="https://shop.example/x"><img src="/a.jpg" alt="One"/></a></figure>',
    ['figure text'],
    ['no-equivalent: link of a picture https://shop.example/x'],
  ],
  ['gallery', `<figure class="wp-block-gallery">${image}${image}</figure>`, ['figure text', 'figure text']],
  [
    'gallery',
    '<ul class="wp-block-gallery columns-2"><li class="blocks-gallery-item"><figure><img src="/a.jpg" alt="One"/><figcaption>W</figcaption></figure></li></ul>',
    ['figure text'],
  ],
  [
    'gallery',
    `<figure class="wp-block-gallery"><ul class="blocks-gallery-grid"><li><figure><img src="/a.jpg"/></figure></li><li><figure><img src="/b.jpg"/></figure></li></ul><figcaption>All</figcaption></figure>`,
    ['figure text', 'figure text', 'p All'],
  ],
  [
    'media-text',
    `<div class="wp-block-media-text">${image}<div><p>Beside</p></div></div>`,
    ['figure text', 'p Beside'],
  ],
  [
    'cover',
    '<div class="wp-block-cover"><img class="wp-block-cover__image-background" src="/a.jpg" alt="One"/><div><p>On</p></div></div>',
    ['figure text', 'p On'],
  ],
  [
    'cover',
    '<div class="wp-block-cover"><div role="img" class="wp-block-cover__image-background has-parallax" style="background-image:url(https://old.example/a.jpg)"></div><p>On</p></div>',
    ['figure text', 'p On'],
  ],
  [
    'cover',
    `<div class="wp-block-cover" style="background-image:url('https://old.example/a.jpg')"><p>On</p></div>`,
    ['figure text', 'p On'],
  ],
  ['columns', '<div><div><p>L</p></div><div><p>R</p></div></div>', ['p L', 'p R']],
  ['text-columns', '<div class="wp-block-text-columns"><p>L</p><p>R</p></div>', ['p L', 'p R']],
  ['group', '<section><p>In</p></section>', ['p In']],
  ['buttons', '<div><div class="wp-block-button"><a href="https://x.example/">Go</a></div></div>', ['p Go']],
  ['button', '<div class="wp-block-button"><button type="button">Go</button></div>', [], ['form: Go']],
  [
    'file',
    '<div class="wp-block-file"><object class="wp-block-file__embed" data="/r.pdf"></object><a href="/r.pdf">Report</a><a class="wp-block-file__button" href="/r.pdf" download>Download</a></div>',
    ['p Report'],
  ],
  [
    'audio',
    '<figure><audio src="/c.mp3"></audio><figcaption>W</figcaption></figure>',
    ['p c.mp3', 'p W'],
    ['player: https://old.example/c.mp3'],
  ],
  ['video', '<figure><video src="/f.mp4"></video></figure>', ['p f.mp4'], ['player: https://old.example/f.mp4']],
  [
    'table',
    '<figure><table><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr></table><figcaption>T</figcaption></figure>',
    ['table T: a,b;1,2'],
  ],
  ['table', '<figure><table><tr><td>a</td></tr></table><figcaption>T</figcaption></figure>', ['p a', 'p T']],
  ['details', '<details><summary>S</summary><p>In</p></details>', ['facts S']],
  [
    'accordion',
    '<div class="wp-block-accordion"><div class="wp-block-accordion-item"><h3 class="wp-block-accordion-heading"><button><span class="wp-block-accordion-heading__toggle-title">S</span><span>+</span></button></h3><div class="wp-block-accordion-panel"><p>In</p></div></div></div>',
    ['facts S'],
  ],
  ['math', '<div class="wp-block-math"><math><mi>x</mi></math></div>', [], ['no-equivalent: math x']],
  ['separator', '<hr class="wp-block-separator"/>', ['divider']],
  ['spacer', '<div style="height:9px" aria-hidden="true"></div>', []],
  ['more', '<!--more-->', []],
  ['nextpage', '<!--nextpage-->', []],
  ['shortcode', '[poll id="1"]', [], ['shortcode: [poll id="1"]']],
  ['missing', '<p>Of a plugin</p>', ['p Of a plugin']],
  ['acme/box', '<div class="box"><p>Of a plugin</p></div>', ['p Of a plugin']],
]

for (const [index, [name, content, blocks, losses = []]] of saved.entries())
  test(`the block ${name} comes along (${index + 1})`, () => {
    const comment = `<!-- wp:${name} -->${content}<!-- /wp:${name} -->`
    const found = read(comment)
    assert.deepEqual({ blocks: found.blocks, losses: found.losses }, { blocks, losses })
  })

test('a block that the server made is made again, or said', () => {
  assert.deepEqual(read('<!-- wp:block {"ref":9} /-->').blocks, ['p Shared'])
  assert.deepEqual(read('<!-- wp:footnotes /-->').blocks, ['ol A note'])
  assert.deepEqual(read('<!-- wp:gallery {"ids":[1,2]} /-->').blocks, ['figure text', 'figure text'])
  const dynamic =
    'archives avatar breadcrumbs calendar categories comments latest-comments latest-posts loginout navigation page-list post-author post-content post-date post-excerpt post-featured-image post-terms post-title query read-more rss search site-logo site-tagline site-title tag-cloud template-part terms-query'
  for (const name of dynamic.split(' '))
    assert.deepEqual(read(`<!-- wp:${name} {"x":1} /-->`).losses, [`no-equivalent: wp:${name}`], name)
})

test('embeds of every provider that WordPress knows are embeds, in a block and as a line of their own', () => {
  const urls =
    'https://x.com/a/status/1 https://www.youtube.com/watch?v=abcdefghijk https://www.facebook.com/a/posts/1 https://www.instagram.com/p/1/ https://soundcloud.com/a/b https://open.spotify.com/track/1 https://www.flickr.com/photos/a/1 https://vimeo.com/76979871 https://animoto.com/play/1 https://cloudup.com/c1 https://poll.fm/1 https://www.dailymotion.com/video/x1 https://imgur.com/a/1 https://issuu.com/a/docs/b https://www.kickstarter.com/projects/a/b https://www.mixcloud.com/a/b/ https://pca.st/1 https://www.reddit.com/r/a/comments/1 https://www.reverbnation.com/a/song/1 https://www.scribd.com/doc/1 https://www.slideshare.net/a/b https://a.smugmug.com/b https://speakerdeck.com/a/b https://www.tiktok.com/@a/video/1 https://www.ted.com/talks/a https://a.tumblr.com/post/1 https://videopress.com/v/1 https://wordpress.tv/2020/a https://read.amazon.com/kp/1 https://www.pinterest.com/pin/1/ https://www.wolframcloud.com/obj/1 https://bsky.app/profile/a/post/1 https://play.anghami.com/song/1 https://www.canva.com/design/1/view https://t.me/a/1 https://vk.com/wall-1_2'
  for (const url of urls.split(' ')) {
    assert.match(read(embed('embed', url)).blocks.join(), /^embed /, url)
    assert.match(read(url).blocks.join(), /^embed /, url)
  }
  assert.deepEqual(read(embed('core-embed/youtube', 'https://youtu.be/abcdefghijk')).blocks, [
    'embed YouTube https://www.youtube.com/watch?v=abcdefghijk',
  ])
})

test('what the scripts of other sites draw is an embed where its address is known', () => {
  const widgets = [
    [
      '<script async src="https://telegram.org/js/telegram-widget.js?22" data-telegram-post="durov/68"></script>',
      't.me/durov/68',
    ],
    ['<div class="fb-post" data-href="https://www.facebook.com/a/posts/1"></div>', 'facebook.com/a/posts/1'],
    [
      '<div class="flourish-embed" data-src="visualisation/123"><script src="https://public.flourish.studio/e.js"></script></div>',
      'flo.uri.sh/visualisation/123',
    ],
    ['<div class="infogram-embed" data-id="ab-c"></div>', 'infogram.com/ab-c'],
    ['<blockquote class="mastodon-embed" data-x><a href="https://m.example/@a/1">p</a></blockquote>', 'm.example/@a/1'],
    ['<figure><oembed url="https://vimeo.com/76979871"></oembed></figure>', 'vimeo.com/76979871'],
  ] as const
  for (const [html, address] of widgets) {
    const [block = ''] = read(`<!-- wp:html -->${html}<!-- /wp:html -->`).blocks
    assert.ok(block.startsWith('embed ') && block.includes(address), `${html} → ${block}`)
  }
})

test('words that no reader would see any more are said: hidden ones, links that lead nowhere, tables too wide', () => {
  const { losses } = read(
    '<p><a href="javascript:x()">Go</a> <a href="tel:+996">Call</a></p><div style="display:none">Secret</div>',
  )
  assert.deepEqual(losses, [
    'no-equivalent: link javascript:x()',
    'no-equivalent: link tel:+996',
    'no-equivalent: hidden Secret',
  ])
  const row = `<tr>${'<td>1</td>'.repeat(30)}</tr>`
  assert.deepEqual(read(`<table>${row}${row}</table>`).losses, ['no-equivalent: table 2 × 30'])
})

test('a picture in a heading or a list stands where they stood', () => {
  assert.deepEqual(
    read('<p>A</p><h2><img src="/a.jpg" alt="One"></h2><p>B</p><ul><li><img src="/b.jpg" alt="Two"></li></ul>').blocks,
    [...['p A', 'figure text', 'p B', 'figure text']],
  )
})
