import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { processorMs } from '#lib/runtime/testing/processor-time.ts'
import { bodyOfHtml } from '../body/body-of-html.ts'
import type { SourceItem } from '../source-item.ts'
import { inShort } from '../testing/in-short.ts'
import { openSource } from './open-source.ts'
import { oldPathOf } from './slug-of.ts'

const folder = await mkdtemp(join(tmpdir(), 'masthead-formats-'))
after(() => rm(folder, { recursive: true, force: true }))

type Read = SourceItem & { readonly blocks: readonly string[]; readonly said: readonly string[] }

/** Every item of a file, with its body in short and all that is lost of it. */
async function itemsOf(text: string, siteUrl: string | null = null): Promise<readonly Read[]> {
  const path = join(folder, 'file')
  await writeFile(path, text)
  const source = await openSource(path, 'Asia/Bishkek', siteUrl)
  const items: Read[] = []
  for await (const item of source.items()) {
    if (item.kind === 'skipped') continue
    const said = item.losses.map(({ kind, detail }) => `${kind}: ${detail}`)
    const lose = (kind: string, detail: string) => void said.push(`${kind}: ${detail}`)
    const place = { base: source.url, ownHost: URL.parse(source.url ?? '')?.hostname ?? null }
    const { blocks, pictures } = bodyOfHtml(source.plainHtml(item, lose), place, lose)
    const addresses = pictures.map(({ url }) => url)
    items.push({ ...item, blocks: [...inShort(blocks), ...addresses], said })
  }
  source.close()
  return items
}

async function itemOf(text: string, siteUrl: string | null = null): Promise<Read> {
  const [item] = await itemsOf(text, siteUrl)
  return item ?? assert.fail('no item')
}

const wxr = (inner: string) =>
  `<?xml version="1.0"?><rss xmlns:wp="w"><channel><title>T</title><link>https://old.example</link>${inner}</channel></rss>`
const meta = (key: string, value: string) =>
  `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`
const post = (inner: string) =>
  `<item><title>One</title><link>https://old.example/2020/new/</link><guid isPermaLink="false">https://old.example/?p=7</guid><wp:post_id>7</wp:post_id><wp:post_name>new</wp:post_name><wp:post_type>post</wp:post_type>${inner}</item>`

test('WordPress: several authors, guests among them, in their order', async () => {
  const file = wxr(
    `<wp:author><wp:author_login>aida</wp:author_login><wp:author_display_name>Aida S.</wp:author_display_name></wp:author>${post(
      '<dc:creator>desk</dc:creator><category domain="author" nicename="cap-bek">bek</category><category domain="author" nicename="cap-aida">aida</category>',
    )}<item><title>Bek U.</title><wp:post_type>guest-author</wp:post_type>${meta('cap-user_login', 'bek')}${meta('cap-display_name', 'Bek Ü.')}${meta('cap-description', 'Writes.')}</item>`,
  )
  assert.deepEqual((await itemOf(file)).authors, [
    { id: 'bek', name: 'Bek Ü.', bio: 'Writes.' },
    { id: 'aida', name: 'Aida S.', bio: '' },
  ])
})

test('WordPress: addresses of before, and its number, lead on', async () => {
  const { address, formerAddresses } = await itemOf(
    wxr(post(meta('_wp_old_slug', 'old') + meta('_wp_old_slug', 'older'))),
  )
  assert.deepEqual([address, ...formerAddresses].map(oldPathOf), ['2020/new', '2020/old', '2020/older', '?p=7'])
  assert.equal(oldPathOf('https://old.example/?page_id=7'), '?p=7')
  assert.equal(oldPathOf('https://old.example/Wp/?p=7'), 'wp?p=7')
  assert.equal(oldPathOf('https://old.example/a/b/c/?p=7'), null)
  assert.equal(oldPathOf('https://old.example/?cat=7'), null)
})

test('WordPress: terms and fields of plugins are said, what is hidden is not', async () => {
  const { said, description, topics } = await itemOf(
    wxr(
      post(
        `<category domain="place" nicename="chu">Chu</category><category domain="post_tag" nicename="a">A</category><wp:is_sticky>1</wp:is_sticky>${
          meta('subtitle', 'Below') + meta('_edit_last', '1') + meta('rank_math_description', 'For search')
        }`,
      ),
    ),
  )
  assert.deepEqual(said, ['field: place: Chu', 'field: subtitle: Below', 'field: sticky'])
  assert.deepEqual([description, topics], ['For search', [{ slug: 'a', name: 'A', description: '' }]])
})

test('WordPress: words for search engines come along with their variables; a title that says more than ours is told', async () => {
  const yoast = (description: string, title: string) =>
    itemOf(wxr(post(meta('_yoast_wpseo_metadesc', description) + meta('_yoast_wpseo_title', title))))
  const plain = await yoast('%%title%% &amp; more, on %%sitename%%', '%%title%% %%page%% %%sep%% %%sitename%%')
  assert.deepEqual([plain.description, plain.said], ['One & more, on T', []])
  const more = await yoast('In %%currentyear%%', 'One of many – %%sitename%%')
  assert.equal(more.description, null)
  assert.deepEqual(more.said, [
    'field: _yoast_wpseo_metadesc: In %%currentyear%%',
    'field: _yoast_wpseo_title: One of many – T',
  ])
  const rank = await itemOf(wxr(post(meta('rank_math_description', '%title%: all') + meta('rank_math_title', 'X'))))
  assert.deepEqual([rank.description, rank.said], ['One: all', ['field: rank_math_title: X']])
})

test('WordPress: what categories and tags say of themselves', async () => {
  const terms = `<wp:category><wp:category_nicename>news</wp:category_nicename><wp:category_description>All &amp;amp; new</wp:category_description></wp:category><wp:tag><wp:tag_slug>chu</wp:tag_slug><wp:tag_description><![CDATA[A <b>river</b>]]></wp:tag_description></wp:tag>`
  const { topics } = await itemOf(
    wxr(
      `${terms}${post('<category domain="category" nicename="news">News</category><category domain="post_tag" nicename="chu">Chu</category>')}`,
    ),
  )
  assert.deepEqual(topics, [
    { slug: 'news', name: 'News', description: 'All & new' },
    { slug: 'chu', name: 'Chu', description: 'A river' },
  ])
})

test('WordPress: files of the library that no article names are told, and those that one names in any way are not', async () => {
  const upload = (id: number, file: string, parent = 0) =>
    `<item><title>F${id}</title><wp:post_id>${id}</wp:post_id><wp:post_parent>${parent}</wp:post_parent><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://old.example/wp-content/uploads/${file}</wp:attachment_url></item>`
  const content = `<content:encoded><![CDATA[[gallery]<img src="/wp-content/uploads/a-300x200.jpg"><a href="https://old.example/wp-content/uploads/r.pdf">R</a><!-- wp:image {"id":23} -->]]></content:encoded>`
  const path = join(folder, 'unused.xml')
  const named = ['a.jpg', 'r.pdf', 'b.jpg', 'lead.jpg']
  await writeFile(
    path,
    wxr(
      named.map((file, index) => upload(21 + index, file)).join('') +
        upload(31, 'of-the-gallery.jpg', 7) +
        upload(32, 'lost.jpg') +
        upload(33, 'lost.pdf', 8) +
        post(content + meta('_thumbnail_id', '24')),
    ),
  )
  const source = await openSource(path, 'Asia/Bishkek', null)
  const told = []
  for await (const item of source.items()) if (item.kind === 'skipped') told.push([item.loss, item.label, item.type])
  source.close()
  assert.deepEqual(told, [
    ['file-unused', 'F32 (32)', 'https://old.example/wp-content/uploads/lost.jpg'],
    ['file-unused', 'F33 (33)', 'https://old.example/wp-content/uploads/lost.pdf'],
  ])
})

test('WordPress: a gallery that names nothing shows what was uploaded to its article, in its order', async () => {
  const upload = (id: number, order: number) =>
    `<item><title>p</title><wp:post_id>${id}</wp:post_id><wp:post_parent>7</wp:post_parent><wp:menu_order>${order}</wp:menu_order><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://old.example/${id}.jpg</wp:attachment_url></item>`
  const { blocks } = await itemOf(
    wxr(post('<content:encoded>[gallery]</content:encoded>') + upload(1, 2) + upload(2, 1)),
  )
  assert.deepEqual(blocks, ['figure text', 'figure text', 'https://old.example/2.jpg', 'https://old.example/1.jpg'])
})

test('WordPress: notes that are no notes, and characters that no XML may hold, spoil nothing', async () => {
  const deep = '['.repeat(100_000)
  for (const notes of ['{"length":9}', '[1,null,{"content":{}}]', deep + deep.replaceAll('[', ']')]) {
    const content = '<content:encoded><![CDATA[<p>A\u0000\u0008B</p><!-- wp:footnotes /-->]]></content:encoded>'
    assert.deepEqual((await itemOf(wxr(post(content + meta('footnotes', notes))))).blocks, ['p AB'])
  }
})

test('references to characters that no XML may hold are left out, also where a part of the file ends', async () => {
  for (const before of [0, 65_500, 65_520, 65_530, 65_534]) {
    const start = wxr('').indexOf('</channel>')
    const spaces = ' '.repeat(Math.max(0, before - start))
    const text = wxr(`${spaces}${post('<excerpt:encoded>A&#x8;B&#11;C&#0;D&#x9;E&amp;F</excerpt:encoded>')}`)
    assert.equal((await itemOf(text)).excerpt, 'ABCD E&F')
  }
})

test('JSON that goes down without end is refused before it costs anything', async () => {
  const deep = '['.repeat(1_000_000) + ']'.repeat(1_000_000)
  const posts = '{"db":[{"data":{"posts":[{"id":"1","title":"One","junk":'
  for (const text of [`{"db":${deep}}`, `${posts}${deep}}]}}]}`]) {
    const ms = await processorMs(() =>
      assert.rejects(itemOf(text), { problem: 'broken-json', detail: 'values 200 deep' }),
    )
    assert.ok(ms < 10_000, `${ms} ms`)
  }
})

test('WordPress: thousands of comments make no article too long', async () => {
  const comments = '<wp:comment><wp:comment_content>x</wp:comment_content><wp:a/><wp:b/></wp:comment>'.repeat(200_000)
  const item = await itemOf(wxr(post(`<content:encoded>Words</content:encoded>${comments}`)))
  assert.deepEqual([item.blocks, item.comments], [['p Words'], 200_000])
})

test('an item of nothing but empty elements is too large, whatever their names come to', async () => {
  const path = join(folder, 'empty.xml')
  await writeFile(path, wxr(post('<a/>'.repeat(600_000))))
  const source = await openSource(path, 'Asia/Bishkek', null)
  const kinds = []
  for await (const item of source.items()) kinds.push(item.kind === 'skipped' ? item.type : item.kind)
  source.close()
  assert.deepEqual(kinds, ['too-large'])
})

const ghost = (row: object, tables: object = {}) =>
  JSON.stringify({
    db: [{ data: { posts: [{ id: '1', title: 'One', slug: 'one', status: 'published', ...row }], ...tables } }],
  })
const lexical = (...children: readonly object[]) => ghost({ lexical: JSON.stringify({ root: { children } }) })

test('Ghost: its exports don’t say where it is; whoever imports one does', async () => {
  const row = {
    html: '<p><a href="__GHOST_URL__/two/">Two</a></p><img src="__GHOST_URL__/content/images/a.jpg">',
    feature_image: '__GHOST_URL__/content/images/b.jpg',
  }
  const { blocks, picture } = await itemOf(ghost(row), 'https://ghost.example')
  assert.deepEqual(blocks, ['p Two', 'figure text', 'https://ghost.example/content/images/a.jpg'])
  assert.equal(picture?.url, '/content/images/b.jpg')
})

test('Ghost: what a page had that ours has not is said', async () => {
  const tables = {
    posts_meta: [{ post_id: '1', meta_title: 'For search' }],
    posts_tags: [{ post_id: '1', tag_id: '2', sort_order: 0 }],
    tags: [{ id: '2', name: '#desk', slug: 'hash-desk', visibility: 'internal' }],
    comments: [
      { id: '1', post_id: '1' },
      { id: '2', post_id: '1' },
    ],
  }
  const row = { html: '<p>x</p>', canonical_url: 'https://a.example/', codeinjection_foot: '<script>', featured: 1 }
  const { said, comments, topics } = await itemOf(ghost(row, tables))
  assert.deepEqual(said, [
    ...['field: canonical_url: https://a.example/', 'field: meta_title: For search', 'field: featured: yes'],
    ...['field: tag: #desk', 'script: codeinjection_foot'],
  ])
  assert.deepEqual([comments, topics], [2, []])
})

const nodes: readonly (readonly [node: object, blocks: readonly string[], said?: readonly string[]])[] = [
  [{ type: 'tk', text: 'TK' }, ['p TK']],
  [
    {
      type: 'paragraph',
      children: [
        { type: 'tab', text: '\t' },
        { type: 'code-highlight', text: 'x' },
      ],
    },
    ['p x'],
  ],
  [
    {
      type: 'paragraph',
      children: [{ type: 'autolink', url: 'https://x.example/', children: [{ type: 'text', text: 'L' }] }],
    },
    ['p L'],
  ],
  [{ type: 'aside', children: [{ type: 'text', text: 'Said' }] }, ['pull Said']],
  [{ type: 'codeblock', code: 'a\nb', caption: 'C' }, ['p a', 'p b', 'p C'], ['formatting: pre']],
  [{ type: 'markdown', markdown: 'One\n\nTwo' }, ['p One', 'p Two'], ['formatting: pre']],
  [
    { type: 'image', src: 'https://g.example/a.jpg', alt: 'A', caption: 'C' },
    ['figure text', 'https://g.example/a.jpg'],
  ],
  [
    { type: 'gallery', images: [{ src: 'https://g.example/a.jpg' }, { src: 'https://g.example/b.jpg' }], caption: 'C' },
    ['figure text', 'figure text', 'p C', 'https://g.example/a.jpg', 'https://g.example/b.jpg'],
  ],
  [
    { type: 'bookmark', url: 'https://x.example/a', metadata: { title: 'T', description: 'D' }, caption: 'C' },
    ['p T', 'p D', 'p C'],
  ],
  [{ type: 'file', src: 'https://g.example/r.pdf', fileTitle: 'R', fileCaption: 'C' }, ['p R', 'p C']],
  [
    { type: 'video', src: 'https://g.example/f.mp4', caption: 'C' },
    ['p f.mp4', 'p C'],
    ['player: https://g.example/f.mp4'],
  ],
  [{ type: 'audio', src: 'https://g.example/f.mp3' }, ['p f.mp3'], ['player: https://g.example/f.mp3']],
  [{ type: 'callout', calloutText: 'Note' }, ['p Note'], ['formatting: callout']],
  [{ type: 'toggle', heading: 'Why', content: '<p>So</p>' }, ['facts Why']],
  [{ type: 'button', buttonText: 'Go', buttonUrl: 'https://x.example/' }, ['p Go']],
  [
    {
      type: 'header',
      header: 'H',
      subheader: 'S',
      buttonEnabled: true,
      buttonText: 'Go',
      buttonUrl: 'https://x.example/',
    },
    ['h H', 'p S', 'p Go'],
    ['formatting: kg-header-card'],
  ],
  [
    { type: 'product', productTitle: 'P', productDescription: '<p>D</p>', productImageSrc: 'https://g.example/a.jpg' },
    ['figure text', 'h P', 'p D', 'https://g.example/a.jpg'],
    ['formatting: kg-product-card'],
  ],
  [
    {
      type: 'call-to-action',
      textValue: '<p>Join</p>',
      showButton: true,
      buttonText: 'Go',
      buttonUrl: 'https://x.example/',
    },
    ['p Join', 'p Go'],
    ['formatting: kg-cta-card'],
  ],
  [{ type: 'signup', header: 'Join us' }, [], ['form: Join us']],
  [{ type: 'embed', url: 'https://vimeo.com/76979871' }, ['embed Vimeo https://vimeo.com/76979871']],
  [{ type: 'html', html: '<p>Own</p>' }, ['p Own']],
  [{ type: 'horizontalrule' }, ['divider']],
  [{ type: 'paywall' }, []],
  [{ type: 'email', html: '<p>Mail</p>' }, []],
  [{ type: 'collection', collection: 'latest' }, [], ['no-equivalent: object ghost card collection']],
  [{ type: 'transistor' }, [], ['no-equivalent: object ghost card transistor']],
]

test('Ghost: every node of Lexical becomes a block, or is said', async () => {
  for (const [node, blocks, said = []] of nodes) {
    const item = await itemOf(lexical(node))
    assert.deepEqual({ blocks: item.blocks, said: item.said }, { blocks, said }, JSON.stringify(node))
  }
})

test('feeds: what is no part of an article is said; a guid may be its address; those of the feed wrote what names nobody', async () => {
  const rss = `<rss version="2.0"><channel><title>T</title><link>https://f.example/</link><item><title>One</title><guid>https://f.example/one</guid><enclosure url="https://f.example/a.mp3" type="audio/mpeg"/><itunes:duration>60</itunes:duration><georss:point>42 74</georss:point></item></channel></rss>`
  const { address, said } = await itemOf(rss)
  assert.equal(address, 'https://f.example/one')
  assert.deepEqual(said, [
    'player: https://f.example/a.mp3',
    'field: itunes:duration: 60',
    'field: georss:point: 42 74',
  ])
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><author><name>Desk</name></author><entry><id>urn:1</id><title>One</title><rights>Ours</rights></entry></feed>`
  const entry = await itemOf(atom)
  assert.deepEqual([entry.authors, entry.said], [[{ id: 'desk', name: 'Desk', bio: '' }], ['field: rights: Ours']])
})

test('ninjs: members that articles do not have, and what hangs on them beside one picture, are said', async () => {
  const picture = (href: string) => ({ type: 'picture', renditions: { web: { href } } })
  const { said, picture: lead } = await itemOf(
    JSON.stringify({
      ...{
        uri: 'https://n.example/1',
        headline: 'One',
        body_text: 'x',
        ednote: 'Hold',
        place: [{ name: 'Osh' }],
        usageterms: '',
      },
      associations: {
        a: picture('https://n.example/a.jpg'),
        b: picture('https://n.example/b.jpg'),
        c: { type: 'video', headline: 'V' },
      },
    }),
  )
  assert.equal(lead?.url, 'https://n.example/a.jpg')
  assert.deepEqual(said, [
    ...['no-equivalent: association picture https://n.example/b.jpg', 'no-equivalent: association video V'],
    ...['field: ednote: Hold', 'field: place'],
  ])
})
