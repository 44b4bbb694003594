import type { Extensions } from '@tiptap/core'
import { type AtomViews, Embed, Figure } from './atom-nodes.ts'
import { Attribution, FactBox, FactTitle, PullBy, PullQuote, PullText, Quotation } from './framed-nodes.ts'
import { ArticleLink, Emphasis, Language, Link, Strong } from './marks.ts'
import { Deletion, Insertion, SuggestionFlag } from './suggestion-marks.ts'
import { Table, TableBlock, TableCaption, TableCell, TableRow } from './table-nodes.ts'
import { Crosshead, Divider, Doc, List, ListItem, Paragraph, Text } from './text-nodes.ts'

/** The schema: lib/domain/text/body and what is suggested in it (lib/domain/writing/suggesting) in ProseMirror's terms, and nothing else. */
export function bodyNodes(views: AtomViews): Extensions {
  const { says } = views
  return [
    ...[Doc, Text, Paragraph, Crosshead, List, ListItem, Divider],
    ...[Quotation, Attribution, PullQuote, PullText, PullBy, FactBox, FactTitle],
    ...[TableBlock, TableCaption, Table, TableRow, TableCell],
    ...[Figure.configure(views), Embed.configure(views)],
    ...[Link, ArticleLink, Language, Strong, Emphasis],
    ...[Insertion, Deletion, SuggestionFlag].map((part) => part.configure({ says })),
  ]
}
