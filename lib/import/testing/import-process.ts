import { runImport } from '../run-import.ts'

/** A process of its own that imports a file and tells its parent of each item; the test may kill it at any moment. */
const [, , path = '', editionId = ''] = process.argv
await runImport({
  ...{
    path,
    editionId: Number(editionId),
    blogId: null,
    fetches: false,
    folder: null,
    isDry: false,
    by: { name: 'test' },
  },
  onStep: async ({ counts }) => void process.send?.(counts.created),
})
process.exit(0)
