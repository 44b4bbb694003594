import { writeAtom } from '#lib/feeds/atom.ts'
import { type Feed, lastModified } from '#lib/feeds/feed.ts'
import { writeJsonFeed } from '#lib/feeds/json-feed.ts'
import { writeRss } from '#lib/feeds/rss.ts'
import { type FeedFormat, feedTypes } from '#lib/site/feeds/feed-urls.ts'
import { lastModifiedHeader, machineReply, notFound } from '../../../../../machine-reply.ts'
import { feedAt } from '../../../../feed-at.ts'

export const dynamic = 'force-dynamic'

type Props = {
  readonly params: Promise<{
    readonly edition: string
    readonly kind: string
    readonly slug: string
    readonly format: string
  }>
}

const writers = { rss: writeRss, atom: writeAtom, json: writeJsonFeed } satisfies Record<
  FeedFormat,
  (feed: Feed) => string
>

/** A feed at the address that lib/site/routes/machine-routes.ts made of the reader's. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { edition, kind, slug, format: asked } = await params
  const format = asked as FeedFormat
  const found = await feedAt(
    { edition, kind, slug, query: Object.fromEntries(new URL(request.url).searchParams) },
    format,
  )
  if (found.kind === 'missing') return notFound()
  if (found.kind === 'moved') return new Response(null, { status: 301, headers: { Location: found.location } })
  const { feed } = found
  return machineReply(writers[format](feed), feedTypes[format], {
    'Access-Control-Allow-Origin': '*',
    Link: linkHeader(feed, format),
    ...lastModifiedHeader(lastModified(feed, new Date())),
  })
}

/** What it names wins over what the document says (WebSub, section 4). */
function linkHeader(feed: Feed, format: FeedFormat): string {
  return [...feed.hubs.map((hub) => `<${hub}>; rel="hub"`), `<${feed.urls.self[format]}>; rel="self"`].join(', ')
}
