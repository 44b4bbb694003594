import { Prisma } from '#lib/store/generated/client.ts'

/** All words of a question somewhere in a text, however either is typed: in capitals, or without the marks of its letters. */
export function hasWords(within: Prisma.Sql, text: string): Prisma.Sql {
  const words = text.trim().split(/\s+/).filter(Boolean).slice(0, 8)
  const conditions = words.map((word) => {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    return Prisma.sql`masthead_folded(${within}) LIKE masthead_folded(${pattern})`
  })
  return conditions.length > 0 ? Prisma.join(conditions, ' AND ') : Prisma.sql`true`
}
