import type { Found } from './found.ts'

/** What the server answers to a question of the newsroom's search. */
export type FindAnswer =
  /** `said` is how many, in words, for who hears the page. */
  | { readonly kind: 'found'; readonly items: readonly Found[]; readonly said: string }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'refused'; readonly message: string }
