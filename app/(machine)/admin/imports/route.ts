import { randomBytes } from 'node:crypto'
import { megabytesOf, mostImportBytesTogether, type TakenRoom } from '#lib/domain/imports/import-upload.ts'
import type { SignedIn } from '#lib/domain/people/permissions.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { importAnnouncement } from '#lib/input/machine/import-forms.ts'
import { announceRun, listImportFiles } from '#lib/store/imports/import-files.ts'
import { findDefaultEdition } from '#lib/store/imports/import-ground.ts'
import { readJsonOrNull } from '../../read-bytes.ts'
import { allowImport, answerImport } from './guard.ts'

/** Announces a file to import. Its parts follow with PUT at `/admin/imports/{key}`. */
export async function POST(request: Request): Promise<Response> {
  const user = await allowImport(request)
  if (user instanceof Response) return user
  const asked = importAnnouncement.safeParse(await readJsonOrNull(request, 4096))
  if (!asked.success) return answerImport(422, { kind: 'refused', reason: 'unreadable' })
  const fileKey = randomBytes(18).toString('base64url')
  const options = { editionId: await findDefaultEdition(), blogId: null, fetches: false }
  const facts = { ...asked.data, fileKey, options, isDry: true, state: 'receiving' } as const
  const made = await announceRun({ ...facts, by: user.name, now: new Date() }, mostImportBytesTogether)
  if (made === null) return answerImport(507, { kind: 'no-room', files: await takenRoom(user) })
  return answerImport(201, { kind: 'receiving', key: fileKey, received: 0 })
}

async function takenRoom({ interfaceLocale }: SignedIn): Promise<readonly TakenRoom[]> {
  const words = adminWords(interfaceLocale)
  return (await listImportFiles()).map(({ bytes, ...file }) => ({
    ...file,
    size: words('imports.megabytes', { megabytes: megabytesOf(bytes) }),
  }))
}
