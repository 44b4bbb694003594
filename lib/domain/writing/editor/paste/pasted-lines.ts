/** What mail programs break lines at: 65 to 78 signs (RFC 2646, 3.1; RFC 5322, 2.1.1). Shorter lines are broken by hands. */
const narrowest = 60
const widest = 80

/**
 * Plain text as paragraphs: one a line, as messengers write. Lines that a mail program broke at its width go on: most of them are as
 * full as the next word left them, and end amid a sentence.
 */
export function linesFromText(text: string): readonly string[] {
  const lines = text.split(/\r\n?|\n/).map((line) => line.replace(/[ \t\u00a0]+$/, ''))
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0)
  const isFull = (line: string, next = '') =>
    line !== '' && next !== '' && line.length + 1 + firstWord(next).length > width
  const followed = lines.filter((line, index) => line !== '' && Boolean(lines[index + 1]))
  const full = lines.filter((line, index) => isFull(line, lines[index + 1]))
  const isMost =
    full.length > 1 && full.length * 2 > followed.length && full.filter(endsSentence).length * 2 < full.length
  const isBroken = width >= narrowest && width <= widest && isMost
  const paragraphs: string[] = []
  let goesOn = false
  lines.forEach((line, index) => {
    const before = paragraphs.at(-1)
    if (goesOn && before !== undefined) paragraphs[paragraphs.length - 1] = `${before} ${line.trimStart()}`
    else if (line.trim() !== '') paragraphs.push(line)
    goesOn = isBroken && isFull(line, lines[index + 1])
  })
  return paragraphs
}

function firstWord(line: string): string {
  return /^\s*(\S*)/.exec(line)?.[1] ?? ''
}

function endsSentence(line: string): boolean {
  return /[.!?…:;؟؛۔]["»”’)\]]?$/u.test(line)
}
