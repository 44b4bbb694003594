import { offsetHeader, partBytes } from '#lib/domain/media/upload.ts'
import { writeImportPart } from '#lib/media/uploads/import-file.ts'
import { advanceRun, findRunByFile, type ImportRun } from '#lib/store/imports/import-runs.ts'
import { readBytes } from '../../../read-bytes.ts'
import { allowImport, answerImport } from '../guard.ts'

type Props = { readonly params: Promise<{ readonly key: string }> }

/** How far a file got: what a page asks after a broken line. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const user = await allowImport(request)
  if (user instanceof Response) return user
  const run = await findRunByFile((await params).key)
  return run ? stateOf(run) : answerImport(410, { kind: 'refused', reason: 'gone' })
}

/** Takes the next part. One that begins elsewhere than the last ended is not written: the answer says where to go on. */
export async function PUT(request: Request, { params }: Props): Promise<Response> {
  const user = await allowImport(request)
  if (user instanceof Response) return user
  const run = await findRunByFile((await params).key)
  if (!run?.fileKey) return answerImport(410, { kind: 'refused', reason: 'gone' })
  if (run.received === run.bytes) return stateOf(run)
  if (request.headers.get(offsetHeader) !== String(run.received)) return stateOf(run, 409)
  const part = await readBytes(request, Math.min(partBytes, run.bytes - run.received))
  if (!part || part.length === 0) return stateOf(run, 409)
  await writeImportPart(run.fileKey, run.received, part)
  const received = run.received + part.length
  const isFirst = await advanceRun({ id: run.id, from: run.received, to: received })
  return isFirst ? stateOf({ ...run, received }) : stateOf(run, 409)
}

function stateOf({ id, fileKey, bytes, received }: ImportRun, status = 200): Response {
  return received === bytes
    ? answerImport(200, { kind: 'arrived', runId: id })
    : answerImport(status, { kind: 'receiving', key: fileKey ?? '', received })
}
