import type { Client } from 'pg'

const tables = ['Article', 'Revision', 'ArticleTopic', 'Byline', 'SearchDocument', 'ArticleWords']

/** Indexes that no foreign key and no uniqueness rests on. */
const slowIndexes = `
  SELECT i.indexname AS name, i.indexdef AS definition FROM pg_indexes i
  JOIN pg_class c ON c.relname = i.indexname AND c.relnamespace = 'public'::regnamespace
  JOIN pg_index x ON x.indexrelid = c.oid
  WHERE i.schemaname = 'public' AND i.tablename = ANY($1) AND NOT x.indisunique`

/** Does the work with the plain indexes dropped, and builds them again; inside the caller's transaction, so none can get lost. */
export async function withoutSlowIndexes(
  {
    client,
    isWorthIt,
    log,
  }: { readonly client: Client; readonly isWorthIt: boolean; readonly log: (text: string) => void },
  work: () => Promise<void>,
): Promise<void> {
  if (!isWorthIt) return work()
  const { rows } = await client.query<{ name: string; definition: string }>(slowIndexes, [tables])
  for (const { name } of rows) await client.query(`DROP INDEX "${name}"`)
  await work()
  for (const { name, definition } of rows) {
    log(`building index ${name}`)
    await client.query(definition)
  }
}
