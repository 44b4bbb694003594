import { once } from 'node:events'
import { createWriteStream } from 'node:fs'

/** A WordPress export of so many articles with so many words each, written a piece at a time. */
export async function writeWxr(
  path: string,
  size: { readonly articles: number; readonly words: number },
): Promise<void> {
  const file = createWriteStream(path)
  const write = async (text: string) => {
    if (!file.write(text)) await once(file, 'drain')
  }
  await write(`<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="c" xmlns:wp="w" xmlns:dc="d"><channel>
<title>Generated</title><link>https://generated.example</link><wp:wxr_version>1.2</wp:wxr_version>`)
  const paragraph = `<!-- wp:paragraph --><p>${'Water runs <em>slowly</em> here. '.repeat(20)}</p><!-- /wp:paragraph -->\n`
  const body = paragraph.repeat(Math.ceil(size.words / 80))
  for (let number = 1; number <= size.articles; number++)
    await write(`<item><title>Article ${number}</title><link>https://generated.example/2020/01/article-${number}/</link>
<content:encoded><![CDATA[${body}]]></content:encoded><wp:post_id>${number}</wp:post_id><wp:post_name>article-${number}</wp:post_name>
<wp:post_date_gmt>2020-01-01 00:00:00</wp:post_date_gmt><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>
<item><title>Picture ${number}</title><wp:post_id>${number + 10_000_000}</wp:post_id><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://generated.example/${number}.jpg</wp:attachment_url></item>`)
  await write('</channel></rss>')
  file.end()
  await once(file, 'close')
}
