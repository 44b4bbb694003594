import 'server-only'
import { auth } from './auth.ts'

/** How many recovery codes somebody with a second step has not used yet. */
export async function countRecoveryCodes(userId: string): Promise<number> {
  return (await auth().api.viewBackupCodes({ body: { userId } })).backupCodes.length
}
