import { Prisma } from '#lib/store/generated/client.ts'

/** A database of the C locale knows no capitals but Latin ones: a word is sought small, with a capital, and in capitals. */
export function hasWords(within: Prisma.Sql, text: string): Prisma.Sql {
  const words = text.trim().split(/\s+/).filter(Boolean).slice(0, 8)
  const conditions = words.map((word) => {
    const small = word.toLowerCase()
    const spellings = [word, small, small.charAt(0).toUpperCase() + small.slice(1), word.toUpperCase()]
    const patterns = [...new Set(spellings)].map((spelling) => `%${spelling.replace(/[\\%_]/g, '\\$&')}%`)
    return Prisma.sql`(${within}) ILIKE ANY(${patterns}::text[])`
  })
  return conditions.length > 0 ? Prisma.join(conditions, ' AND ') : Prisma.sql`true`
}
