import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type DefaultTreeAdapterMap, parse } from 'parse5'
import type { Block } from '#lib/domain/text/body.ts'
import { parseBody } from '#lib/input/articles/body/body.ts'
import { toBlocks } from '../to-blocks.ts'
import { toDocument } from '../to-document.ts'
import { blocksFromHtml } from './blocks-from-html.ts'
import type { PastedNode } from './pasted-node.ts'

type Case = {
  readonly name: string
  readonly html: string
  readonly blocks: readonly Block[]
  readonly dropped?: number
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', content: [{ text }] })
const strong = [{ kind: 'strong' }] as const
const emphasis = [{ kind: 'emphasis' }] as const

const cases: readonly Case[] = [
  {
    name: 'Word: headings, office elements, character styles and deleted text',
    html: `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{mso-style-unhide:no}</style></head><body lang=EN-US>
      <!--StartFragment--><h2>The\nriver<o:p></o:p></h2><p class=MsoNormal>It <b style='mso-bidi-font-weight:normal'>rose</b>
      by <span style='font-weight:bold;mso-x:1'>two</span> metres.<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
      <p class=MsoNormal>He said <del>no</del><ins>yes</ins> [to us].</p><!--EndFragment--></body></html>`,
    blocks: [
      { kind: 'crosshead', text: 'The river', anchor: 's-the-river' },
      {
        kind: 'paragraph',
        content: [
          { text: 'It ' },
          { text: 'rose', marks: strong },
          { text: ' by ' },
          { text: 'two', marks: strong },
          { text: ' metres.' },
        ],
      },
      paragraph('He said yes [to us].'),
    ],
  },
  {
    name: 'Word: lists written as paragraphs',
    html: `<p class=MsoListParagraphCxSpFirst style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span></span><![endif]>One</p>
      <p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'><span><span style='mso-list:Ignore'>o</span></span>Two</p>
      <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span> </span></span>First</p><p class=MsoNormal>End</p>`,
    blocks: [
      { kind: 'list', ordered: false, items: [[{ text: 'One' }], [{ text: 'Two' }]] },
      { kind: 'list', ordered: true, items: [[{ text: 'First' }]] },
      paragraph('End'),
    ],
  },
  {
    name: 'Word on the web: each item a list of its own',
    html: `<p class="Paragraph" role="heading"><span>Head</span><span class="EOP">&nbsp;</span></p><div class="ListContainerWrapper"><ul class="BulletListStyle1" role="list"><li><p>One<span class="EOP">&nbsp;</span></p></li></ul></div><div class="ListContainerWrapper"><ul class="BulletListStyle1"><li><p>Two</p></li></ul></div>
      <div class="ListContainerWrapper"><ol class="NumberListStyle1" start="1"><li><p>First</p></li></ol></div><div class="ListContainerWrapper"><ol class="NumberListStyle1" start="2"><li><p>Second</p></li></ol></div><div><ol class="NumberListStyle1" start="1"><li><p>Again</p></li></ol></div>`,
    blocks: [
      { kind: 'crosshead', text: 'Head', anchor: 's-head' },
      { kind: 'list', ordered: false, items: [[{ text: 'One' }], [{ text: 'Two' }]] },
      { kind: 'list', ordered: true, items: [[{ text: 'First' }], [{ text: 'Second' }]] },
      { kind: 'list', ordered: true, items: [[{ text: 'Again' }]] },
    ],
  },
  {
    name: 'Google Docs: its bold wrapper is not bold, its styles are',
    html: `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:400;">Plain and </span><span style="font-weight:700;">strong</span><span style="font-style:italic"> and leaning</span></p><br><ul><li dir="ltr"><p role="presentation"><span>one</span></p></li><ul><li><p><span>inner</span></p></li></ul></ul></b>`,
    blocks: [
      {
        kind: 'paragraph',
        content: [{ text: 'Plain and ' }, { text: 'strong', marks: strong }, { text: ' and leaning', marks: emphasis }],
      },
      { kind: 'list', ordered: false, items: [[{ text: 'one' }], [{ text: 'inner' }]] },
    ],
  },
  {
    name: 'links: cleaned of tracking and redirectors, unsafe ones become text',
    html: `<p><a href="https://www.google.com/url?q=https://example.org/a%3Fid%3D1%26utm_source%3Dx&sa=D">a</a>, <a href="https://example.org/?fbclid=1&p=2#:~:text=x">b</a>,
      <a href="javascript:alert(1)">c</a>, <a href="data:text/html,x">d</a>, <a href="file:///C:/x">e</a>, <a href="#_ftn1">[1]</a></p>`,
    blocks: [
      {
        kind: 'paragraph',
        content: [
          { text: 'a', marks: [{ kind: 'link', href: 'https://example.org/a?id=1' }] },
          { text: ', ' },
          { text: 'b', marks: [{ kind: 'link', href: 'https://example.org/?p=2' }] },
          { text: ', c, d, e, [1]' },
        ],
      },
    ],
  },
  {
    name: 'tables: a grid with a head; layout tables are only text',
    html: `<table><caption>Levels</caption><tr><td colspan=2>Year<td>Cm<tr><td rowspan=2>2024<td>May<td>1,200<tr><td>June<td>−5</table>
      <table><tr><td><p>Not a table</p></td></tr></table>`,
    blocks: [
      {
        ...{ kind: 'table', caption: 'Levels', hasRowHeads: false, numericColumns: [0, 2] },
        head: [[{ text: 'Year' }], [], [{ text: 'Cm' }]],
        rows: [
          [[{ text: '2024' }], [{ text: 'May' }], [{ text: '1,200' }]],
          [[], [{ text: 'June' }], [{ text: '−5' }]],
        ],
      },
      paragraph('Not a table'),
    ],
  },
  {
    name: 'pages: quotations, rules, pictures, scripts, hidden parts, Persian joiners',
    html: `<div><figure><img src="x.jpg" onerror="alert(1)"><figcaption>The bridge</figcaption></figure><script>alert(1)</script><iframe src="x"></iframe>
      <blockquote><p>We left.</p><p>At night.</p><cite>Aida <b>B.</b></cite></blockquote><hr><p style="display:none">no</p>می‌روند soft\u00adhyphen<div>next</div></div>`,
    dropped: 2,
    blocks: [
      paragraph('The bridge'),
      {
        kind: 'quotation',
        paragraphs: [[{ text: 'We left.' }], [{ text: 'At night.' }]],
        attribution: [{ text: 'Aida ' }, { text: 'B.', marks: strong }],
      },
      { kind: 'divider' },
      paragraph('می‌روند softhyphen'),
      paragraph('next'),
    ],
  },
]

for (const { name, html, blocks, dropped = 0 } of cases)
  test(name, () => {
    const pasted = blocksFromHtml(nodeOf(parse(html)))
    assert.deepEqual(pasted.blocks, blocks)
    assert.equal(pasted.droppedPictures, dropped)
    assert.ok(parseBody(pasted.blocks).ok)
    assert.deepEqual(toBlocks(toDocument(pasted.blocks)), blocks)
  })

test('an adopted element stands in its place as blocks, and after the line that it stood in', () => {
  const html = '<p>One <img src=a> two</p><ul><li>Item <img src=b></li></ul><h2><img src=c>Head</h2><script>x</script>'
  const seen: string[] = []
  const { blocks, droppedPictures } = blocksFromHtml(nodeOf(parse(html)), (node) => {
    if (node.nodeName !== 'img') return null
    seen.push(node.getAttribute?.('src') ?? '')
    return [{ kind: 'figure', pictureId: seen.length, size: 'text' }]
  })
  assert.deepEqual(seen, ['a', 'b', 'c'])
  assert.equal(droppedPictures, 0)
  const kinds = blocks.map((block) => (block.kind === 'figure' ? block.pictureId : block.kind))
  assert.deepEqual(kinds, ['paragraph', 1, 'paragraph', 'list', 2, 'crosshead', 3])
})

function nodeOf(node: DefaultTreeAdapterMap['node']): PastedNode {
  const attributes = 'attrs' in node ? new Map(node.attrs.map(({ name, value }) => [name, value])) : new Map()
  return {
    nodeType:
      node.nodeName === '#text' ? 3 : node.nodeName.startsWith('#') ? (node.nodeName === '#comment' ? 8 : 9) : 1,
    nodeName: node.nodeName,
    nodeValue: 'value' in node ? node.value : null,
    childNodes: 'childNodes' in node ? node.childNodes.map(nodeOf) : [],
    getAttribute: (name) => attributes.get(name) ?? null,
  }
}
