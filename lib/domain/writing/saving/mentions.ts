export type Mentionable = { readonly id: string; readonly name: string }

/** Who a comment speaks to: `@` and the full name. Of two names of which one begins the other, the longer is meant. */
export function findMentions(text: string, people: readonly Mentionable[]): readonly Mentionable[] {
  const byLength = people.toSorted((one, other) => other.name.length - one.name.length)
  const found = new Map<string, Mentionable>()
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const rest = text.slice(at + 1).toLowerCase()
    const person = byLength.find(({ name }) => {
      const end = rest.charAt(name.length)
      return name !== '' && rest.startsWith(name.toLowerCase()) && !/[\p{L}\p{N}]/u.test(end)
    })
    if (person) found.set(person.id, person)
  }
  return [...found.values()]
}
