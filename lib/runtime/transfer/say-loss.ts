import type { FileProblem, LossKind } from '#lib/domain/imports/import-run.ts'

/** The report of the command line, in English as all of it. */
export const lossWords: Readonly<Record<LossKind, string>> = {
  'no-equivalent': 'nothing of the kind is here',
  shortcode: 'unknown shortcode, the words in it are kept',
  formatting: 'formatting that articles do not have, the words are kept',
  'struck-text': 'struck-out words left out',
  script: 'script left out',
  form: 'form left out',
  player: 'sound or film: a link to its old place stands instead',
  'table-cut': 'table cut at 24 columns',
  'picture-missing': 'picture not found',
  'picture-refused': 'picture refused',
  'picture-private': 'picture on a private network, not fetched',
  'picture-not-fetched': 'picture left out (--pictures FOLDER or --fetch bring them)',
  'picture-without-alt': 'picture without a description: a plain one stands instead',
  'link-dropped': 'link that leads nowhere',
  'held-back': 'was not public: comes as a draft',
  empty: 'no text',
  comments: 'comments left out',
  skipped: 'not an article, left out',
  address: 'old address can’t lead on',
  date: 'date that can’t be read',
  'page-pictures': 'blocks that static pages do not show',
  'page-taken': 'static page left out: its address is taken',
  'body-refused': 'left out: its text breaks the rules of bodies',
  'too-large': 'left out: too large',
  encoding: 'the file says a false encoding of itself',
}

export const problemWords: Readonly<Record<FileProblem, string>> = {
  'unknown-format': 'This is none of WordPress WXR, Ghost JSON, RSS, Atom, ninjs or an export of Masthead',
  compressed: 'The file is compressed: unpack it first',
  'broken-xml': 'The XML is broken',
  'broken-json': 'The JSON is broken',
  doctype: 'The file has a DOCTYPE, which could make it grow without bounds',
  'unknown-encoding': 'The file names an encoding that nobody knows',
  'wrong-encoding': 'The file has bytes that are no text in its encoding',
  'endless-text': 'The file has a text that does not end',
  gone: 'There is no such edition or file',
  internal: 'A bug of Masthead',
}
