/** The numbers of the API that its description tells. */
export type ApiLimits = {
  readonly page: { readonly standard: number; readonly most: number }
  readonly minute: { readonly address: number; readonly key: number }
  readonly withdrawalDays: number
  /** On a page, and beside an edition. */
  readonly topics: number
}

/** The description of the JSON API, OpenAPI 3.1.1. */
export function openApi(origin: string, siteName: string, limits: ApiLimits) {
  return {
    openapi: '3.1.1',
    info: {
      title: `${siteName}: articles for partners`,
      version: '1.1.0',
      description: [
        'Published articles as ninjs 3.1, read-only. Nothing under embargo and nothing withdrawn is ever in it.',
        `Without a key ${limits.minute.address} calls a minute from one address; with one ${limits.minute.key}.`,
        'A key may be for one edition, blog or topic; then that is all it reads.',
        'Every answer has an ETag: ask again with If-None-Match and get 304 while nothing changed.',
      ].join(' '),
    },
    servers: [{ url: `${origin}/api/v1` }],
    security: [{}, { key: [] }],
    paths: {
      '/articles': {
        get: {
          operationId: 'listArticles',
          summary: 'Articles, newest first',
          parameters: [
            parameter(
              'edition',
              'Key of an edition, as /editions names it. Blogs and topics are of the default edition without it.',
            ),
            parameter('blog', 'Slug of a blog.'),
            parameter('topic', 'Slug of a topic. Not together with a blog.'),
            before,
            {
              ...parameter('limit', 'Articles on a page.'),
              schema: { type: 'integer', minimum: 1, maximum: limits.page.most, default: limits.page.standard },
            },
          ],
          responses: answers('ArticleList', ['400', '401', '403', '404', '429'], nextLink),
        },
      },
      '/articles/{id}': {
        get: {
          operationId: 'findArticle',
          summary: 'One article',
          parameters: [
            {
              ...{ name: 'id', in: 'path', required: true, description: 'The number at the end of its uri.' },
              schema: { type: 'integer', minimum: 1, maximum: 2_147_483_647 },
            },
          ],
          responses: {
            ...answers('Ninjs', ['400', '401', '404', '429']),
            '410': { description: 'It left the public; pubStatus is canceled.', content: json('Ninjs') },
          },
        },
      },
      '/withdrawals': {
        get: {
          operationId: 'listWithdrawals',
          summary: `What left the public in the last ${limits.withdrawalDays} days: drop your copies`,
          parameters: [before],
          responses: answers('WithdrawalList', ['400', '401', '429'], nextLink),
        },
      },
      '/editions': {
        get: {
          operationId: 'listEditions',
          summary: `Editions with their blogs and the first ${limits.topics} of their topics`,
          responses: answers('EditionList', ['400', '401', '429']),
        },
      },
      '/topics': {
        get: {
          operationId: 'listTopics',
          summary: 'Topics of an edition that have articles',
          parameters: [
            parameter('edition', 'Key of an edition, as /editions names it; without it the default edition.'),
            parameter('after', 'Where the page begins: taken from `next` or `moreTopics`, never made.'),
          ],
          responses: answers('TopicList', ['400', '401', '404', '429'], nextLink),
        },
      },
    },
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'A key of the newsroom: mh_…' } },
      headers: {
        ETag: { description: 'Changes with every byte of the body.', schema: { type: 'string' } },
        'RateLimit-Limit': { description: 'Calls in a minute.', schema: { type: 'integer' } },
        'RateLimit-Remaining': { description: 'Calls left in this minute.', schema: { type: 'integer' } },
        'RateLimit-Reset': { description: 'Seconds until it begins anew.', schema: { type: 'integer' } },
      },
      responses: {
        NotModified: { description: 'Nothing changed since the ETag that was sent.' },
        Problem: {
          description: 'What is wrong, as RFC 9457.',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
      schemas,
    },
  }
}

const text = { type: 'string' } as const
const place = {
  type: 'object',
  required: ['slug', 'name', 'url'],
  properties: { slug: text, name: text, url: { type: 'string', format: 'uri' } },
} as const

function listOf(schema: string, more: object = {}) {
  const items = { type: 'array', items: { $ref: `#/components/schemas/${schema}` } }
  return { type: 'object', required: ['items', ...Object.keys(more)], properties: { items, ...more } }
}

const nextPage = {
  next: { type: ['string', 'null'], format: 'uri', description: 'The next page; null where the list ends.' },
} as const

const schemas = {
  Ninjs: {
    type: 'object',
    description: 'ninjs 3.1 of IPTC. Its `uri` is for ever; `version` rises with the text.',
    externalDocs: { url: 'https://iptc.org/standards/ninjs/' },
    required: ['uri', 'standard', 'type', 'pubStatus', 'language'],
    properties: {
      uri: { type: 'string', format: 'uri' },
      pubStatus: { enum: ['usable', 'canceled'] },
      language: text,
      versionCreated: { type: 'string', format: 'date-time' },
    },
  },
  ArticleList: listOf('Ninjs', nextPage),
  WithdrawalList: listOf('Ninjs', nextPage),
  Edition: {
    type: 'object',
    required: ['key', 'name', 'language', 'direction', 'isDefault', 'url', 'blogs', 'topics', 'moreTopics'],
    properties: {
      ...{ key: text, name: text, language: text, direction: { enum: ['ltr', 'rtl'] }, isDefault: { type: 'boolean' } },
      ...{ url: { type: 'string', format: 'uri' }, blogs: { type: 'array', items: place } },
      topics: { type: 'array', items: place },
      moreTopics: {
        ...{ type: ['string', 'null'], format: 'uri' },
        description: 'Where the list of topics goes on; null where it is whole. Since 1.1.0.',
      },
    },
  },
  EditionList: listOf('Edition'),
  Place: place,
  TopicList: listOf('Place', nextPage),
  Problem: {
    type: 'object',
    required: ['type', 'title', 'status'],
    properties: { type: text, title: text, status: { type: 'integer' }, detail: text },
  },
} as const

const nextLink = {
  Link: { description: 'The next page, as rel="next" (RFC 8288).', schema: { type: 'string' } },
} as const

const before = parameter('before', 'Where the page begins: taken from `next`, never made.')

function parameter(name: string, description: string) {
  return { name, in: 'query', description, schema: text }
}

function json(schema: string) {
  return { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } }
}

const limitHeaders = ['ETag', 'RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset']

function answers(schema: string, problems: readonly string[], headers: object = {}) {
  const known = Object.fromEntries(limitHeaders.map((name) => [name, { $ref: `#/components/headers/${name}` }]))
  return {
    '200': { description: 'Found', headers: { ...known, ...headers }, content: json(schema) },
    '304': { $ref: '#/components/responses/NotModified' },
    ...Object.fromEntries(problems.map((status) => [status, { $ref: '#/components/responses/Problem' }])),
  }
}
