import { z } from 'zod'

/** Named so that nobody takes it for something else, and written last: a folder without it is no export. */
export const manifestName = 'masthead.json'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** What stands in an export, version 1: `tables/{name}.jsonl` with one object a line, `media/{sha256}` as uploaded, `redirects.jsonl`. */
export const manifestShape = z.object({
  format: z.literal('masthead'),
  version: z.literal(1),
  tables: z.array(
    z.object({
      name: z.string().regex(/^[A-Za-z]{1,40}$/),
      columns: z.array(z.string().regex(/^[A-Za-z0-9_]{1,60}$/)).min(1),
      rows: z.number().int().min(0),
      sha256,
    }),
  ),
  redirects: z.number().int().min(0),
  originals: z.number().int().min(0),
  /** Pictures whose file was not on the disk of the old site. */
  missing: z.array(sha256),
})

export type Manifest = z.infer<typeof manifestShape>
