/** Text with the words that were searched for marked. */
export function MarkedText({ runs }: { readonly runs: readonly { readonly text: string; readonly hit: boolean }[] }) {
  return runs.map((run, position) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: runs never move; the server renders them once.
    return run.hit ? <mark key={position}>{run.text}</mark> : run.text
  })
}
