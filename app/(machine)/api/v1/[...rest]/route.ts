import { z } from 'zod'
import { allowCall, answerCall } from '../answer.ts'

export const dynamic = 'force-dynamic'
export const OPTIONS = allowCall

/** Whatever is asked for and isn't there is told so in the form of the API, and counts as a call. */
export function GET(request: Request): Promise<Response> {
  return answerCall(request, z.unknown(), async () => ({
    kind: 'problem',
    status: 404,
    title: 'There is no such address',
    detail: 'What there is stands in /api/v1/openapi.json.',
  }))
}
