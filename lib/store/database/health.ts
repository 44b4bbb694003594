import { database } from './client.ts'

export async function isDatabaseUp(): Promise<boolean> {
  try {
    await database().$queryRaw`SELECT 1`
    return true
  } catch {
    // Any failure to answer is the answer.
    return false
  }
}
