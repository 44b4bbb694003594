/** What an area's catalogue in another language must say: every key of English. */
export type Translated<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]> }
