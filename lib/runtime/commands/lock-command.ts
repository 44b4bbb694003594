import { readFileSync, writeFileSync } from 'node:fs'
import { run } from '../run.ts'
import { completeLock, type LockFile, missingOptional } from '../setup/lock-file.ts'

/** After `npm install` on a network whose registry lacks other platforms' packages: makes the lock whole again. */
await run(async () => {
  const lock: LockFile = JSON.parse(readFileSync('package-lock.json', 'utf8'))
  const missing = missingOptional(lock)
  for (const { name, version } of missing) console.log(`${name} ${version}`)
  if (missing.length > 0) writeFileSync('package-lock.json', `${JSON.stringify(completeLock(lock), null, 2)}\n`)
})
