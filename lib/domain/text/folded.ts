/** Letters that a keyboard of the neighbours lacks, and Arabic letters where Persian has its own. */
const twins: Readonly<Record<string, string>> = { ң: 'н', ү: 'у', ө: 'о', ي: 'ی', ك: 'ک' }

const marks = /[\u0300-\u0304\u0306-\u0308\u030a-\u030c\u0327\u0328\u064b-\u0655]/g

/** A text as it is sought: small, without marks over and under its letters. The same as `masthead_folded` of the database. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(marks, '')
    .toLowerCase()
    .replace(/[ңүөيك]/g, (letter) => twins[letter] ?? letter)
}
