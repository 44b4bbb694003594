/**
 * The interface in English, in ICU message syntax. It is the catalogue that the others are checked against: a key or an
 * argument that one of them lacks does not compile or fails words.test.ts.
 */
export const en = {
  skip: {
    toContent: 'Skip to main content',
    toNavigation: 'Skip to main navigation',
    toSearch: 'Skip to search',
  },
  nav: {
    label: 'Main navigation',
    sections: 'Sections',
    topics: 'Topics',
    latest: 'Latest',
    archive: 'Archive',
    corrections: 'Corrections',
    search: 'Search',
  },
  editions: {
    label: 'Languages',
    readIn: 'Read this in',
  },
  breaking: {
    label: 'Breaking news',
  },
  article: {
    published: 'Published',
    updated: 'Updated',
    readingTime: '{minutes, plural, one {# minute read} other {# minutes read}}',
    by: 'By',
    topics: 'Topics',
    sources: 'Sources',
    correction: 'Correction',
    corrections: 'Corrections',
    related: 'Related',
    inThisBlog: 'More from this blog',
    previous: 'Previous article',
    next: 'Next article',
    permanentLink: 'Permanent link',
  },
  share: {
    label: 'Share',
    email: 'Send by e-mail',
  },
  figure: {
    credit: 'Credit',
    aiMade: 'Image made with AI',
    aiAltered: 'Image altered with AI',
  },
  embed: {
    open: 'Open at {provider}',
  },
  blog: {
    label: 'Blog',
    about: 'About this blog',
    editor: 'Editor',
    latest: 'Latest posts',
    all: 'All posts of {blog}',
    archive: 'Archive of this blog',
  },
  front: {
    label: 'Top stories',
  },
  topic: {
    label: 'Topic',
  },
  contributor: {
    pseudonym: 'This name is a pseudonym.',
    contact: 'Where to reach',
    articles: 'Articles',
  },
  latest: {
    title: 'Latest articles',
    description: 'Everything {site} has published, newest first.',
  },
  lists: {
    label: 'Pages of this list',
    older: 'Older',
    newer: 'Newer',
    newest: 'Newest',
    empty: 'Nothing has been published here yet.',
  },
  archive: {
    title: 'Archive',
    description: 'All articles of {site}, month by month.',
    of: 'Archive of {name}',
    monthOf: '{month}, {name}',
    empty: 'No articles were published in this month.',
  },
  corrections: {
    title: 'Corrections',
    description: 'What {site} got wrong, and what is right.',
    in: 'In',
    empty: 'There are no corrections yet.',
  },
  search: {
    title: 'Search',
    titleOf: 'Search: {text}',
    words: 'Search for',
    submit: 'Search',
    blog: 'Blog',
    allBlogs: 'All blogs',
    from: 'From',
    to: 'Until',
    order: 'Order',
    byRelevance: 'Best match first',
    byNewest: 'Newest first',
    count: '{count, plural, =0 {No articles found} one {# article found} other {# articles found}}',
    countAbove: '{count, plural, one {More than # article found} other {More than # articles found}}',
    searchedSince: 'Only articles since {date} were looked through so far.',
    whole: 'Search the whole archive (may take some seconds)',
    narrow: 'There is too much to look through at once: add a word, or choose dates.',
    corrected: 'Nothing matched “{asked}”. Showing results for “{used}”.',
    advice: 'Try fewer or other words, or remove a filter.',
    common:
      'These words are in nearly every article, so only headlines that say just this are listed. Add another word.',
    ask: 'Type one or more words to search the articles of this edition.',
    failed: 'Search is not answering just now. Your question is kept in the form: please try again in a minute.',
    pages: 'Pages of results',
    previousPage: 'Previous page',
    nextPage: 'Next page',
  },
  feeds: {
    explanation:
      'This is a feed. Copy its address into a feed reader, and it tells you of new articles. The same as a page:',
    ofSite: 'All editions of {name}',
  },
  missing: {
    title: 'Page not found',
    text: 'There is nothing at this address. It may be mistyped, or the link that led you here may be wrong.',
    latest: 'Or read the latest articles',
  },
  gone: {
    title: 'This article has been withdrawn',
    text: 'It was published here and is no longer available.',
    at: 'Withdrawn',
  },
  preview: {
    title: 'Preview: {headline}',
    mark: 'Preview of revision {number}, made by {name}, open until {until}.',
    ownMark: 'Preview of revision {number}, the last one saved. Only the newsroom can open it.',
    unpublished: 'Not published.',
    shown: 'Readers see this text.',
    frontTitle: 'Preview of the front',
    frontMark: 'Preview of this front as you arranged it. Only the newsroom can open it.',
    closedTitle: 'This preview is closed',
    closedText: 'The link to it has expired or was taken back. Whoever sent it to you can make a new one.',
  },
  failure: {
    title: 'The page could not be made',
    text: 'Something went wrong on our side; nothing is wrong with your device or connection. Please try again in a minute.',
    home: 'Go to the front page',
  },
  footer: {
    label: 'About this site',
    pages: 'About us',
    copyright: '© {name}',
  },
} as const

/** What a catalogue in another language must say. */
export type Catalogue = Translated<typeof en>
type Translated<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]> }
