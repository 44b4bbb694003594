import { rowId } from '#lib/input/form-fields.ts'

type Query = Readonly<Record<string, string | readonly string[] | undefined>>

export type BoardQuery = {
  /** An edition's desk, or a blog's; null: whichever is first. */
  readonly desk: { readonly kind: 'edition' | 'blog'; readonly id: number } | null
  readonly authorId: string | null
  readonly isOverdueOnly: boolean
}

/** What an address asks of the board; what makes no sense is as if it were not there. */
export function parseBoardQuery({ desk, author, overdue }: Query): BoardQuery {
  return {
    desk: deskIn(desk),
    authorId: typeof author === 'string' && author.trim() ? author.trim().slice(0, 100) : null,
    isOverdueOnly: overdue === 'yes',
  }
}

/** `edition-1`, `blog-12`: how addresses and forms name a desk. */
export function deskKey(desk: NonNullable<BoardQuery['desk']>): string {
  return `${desk.kind}-${desk.id}`
}

function deskIn(value: Query[string]): BoardQuery['desk'] {
  const [, kind, text] = typeof value === 'string' ? (/^(edition|blog)-(\d+)$/.exec(value) ?? []) : []
  const id = rowId.safeParse(text).data
  return (kind === 'edition' || kind === 'blog') && id ? { kind, id } : null
}
