/** Says each step of a start, what takes long inside it, and how long it took. */
export type Progress = {
  /** Runs a step; its answer is what was done, in a few words. */
  readonly step: <T>(title: string, work: (say: (text: string) => void) => Promise<Done<T>>) => Promise<T>
  readonly line: (text: string) => void
}

/** What a step came to, and the words for it. */
export type Done<T> = { readonly value: T; readonly words: string }

type Output = { readonly isTTY?: boolean; write(text: string): unknown }

const quickMs = 1_000

export function createProgress(total: number, output: Output = process.stdout): Progress {
  let number = 0
  return {
    line: (text) => void output.write(`${text}\n`),
    async step(title, work) {
      number += 1
      const head = `[${number}/${total}] ${title}: `
      const startedAt = performance.now()
      let said = ''
      const show = () => {
        if (output.isTTY) output.write(`\r\x1b[K${head}${said} … ${seconds(startedAt)}`)
      }
      const timer = setInterval(show, quickMs)
      const say = (text: string) => {
        said = text
        if (output.isTTY) show()
        else output.write(`${head}${text} …\n`)
      }
      try {
        const done = await work(say)
        const time = performance.now() - startedAt < 50 ? '' : `, ${seconds(startedAt)}`
        output.write(`${output.isTTY ? '\r\x1b[K' : ''}${head}${done.words}${time}\n`)
        return done.value
      } catch (error) {
        output.write(`${output.isTTY ? '\r\x1b[K' : ''}${head}failed\n`)
        throw error
      } finally {
        clearInterval(timer)
      }
    },
  }
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`
}
