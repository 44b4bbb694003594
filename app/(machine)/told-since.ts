/** So long programs are told that an article is gone: who asks more seldom keeps no copies for readers. */
export const toldDays = 30

export function toldSince(now: Date): Date {
  return new Date(now.getTime() - toldDays * 86_400_000)
}
