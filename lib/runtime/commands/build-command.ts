import { join } from 'node:path'
import { run } from '../run.ts'
import { prepareProgram } from '../start/prepare.ts'
import { createProgress } from '../start/progress.ts'

/** The steps of `npm start` that need neither database nor network, for checks and images. */
await run(() =>
  prepareProgram({
    root: join(import.meta.dirname, '..', '..', '..'),
    progress: createProgress(3),
    buildsPages: true,
  }),
)
