import type { FileProblem } from '#lib/domain/imports/import-run.ts'

/** A file that can't be read to its end. Thrown through the generators that read it; `run-import` makes it a value. */
export class FileRefusal extends Error {
  readonly problem: FileProblem
  /** Where and what, for whoever mends the file. */
  readonly detail: string

  constructor(problem: FileProblem, detail: string) {
    super(`${problem}: ${detail}`)
    this.name = 'FileRefusal'
    this.problem = problem
    this.detail = detail
  }
}
