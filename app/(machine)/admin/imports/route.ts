import { randomBytes } from 'node:crypto'
import { importAnnouncement } from '#lib/input/machine/import-forms.ts'
import { dropImportFile } from '#lib/media/uploads/import-file.ts'
import { findDefaultEdition } from '#lib/store/imports/import-ground.ts'
import { createRun, forgetOldFiles } from '#lib/store/imports/import-runs.ts'
import { readJsonOrNull } from '../../read-bytes.ts'
import { allowImport, answerImport } from './guard.ts'

/** Announces a file to import. Its parts follow with PUT at `/admin/imports/{key}`. */
export async function POST(request: Request): Promise<Response> {
  const user = await allowImport(request)
  if (user instanceof Response) return user
  const asked = importAnnouncement.safeParse(await readJsonOrNull(request, 4096))
  if (!asked.success) return answerImport(422, { kind: 'refused', reason: 'unreadable' })
  const now = new Date()
  for (const old of await forgetOldFiles(now)) await dropImportFile(old)
  const fileKey = randomBytes(18).toString('base64url')
  const options = { editionId: await findDefaultEdition(), blogId: null, fetches: false }
  const facts = { ...asked.data, fileKey, options, isDry: true, state: 'receiving' } as const
  await createRun({ ...facts, by: user.name, now })
  return answerImport(201, { kind: 'receiving', key: fileKey, received: 0 })
}
