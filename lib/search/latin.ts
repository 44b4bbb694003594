/**
 * A word in Latin letters, one to three for each of its own: only so that trigrams of it can be compared, in a database of
 * whatever locale. Readers never see it.
 */
export function latin(word: string): string {
  return Array.from(word, (letter) => letters[letter] ?? (/[a-z0-9]/.test(letter) ? letter : codeOf(letter))).join('')
}

function codeOf(letter: string): string {
  return (letter.codePointAt(0) ?? 0).toString(36)
}

const cyrillic =
  'а:a б:b в:v г:g д:d е:e ж:zh з:z и:i й:j к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:h ц:c ч:ch ш:sh щ:sch ъ:q ы:y ь:x э:eh ю:ju я:ja ң:ng ө:oe ү:ue і:i ї:ji є:je ґ:g қ:kq ғ:gh ұ:uu һ:hh ә:ae'
const arabic =
  'ا:a ب:b پ:p ت:t ث:s ج:j چ:ch ح:h خ:kh د:d ذ:z ر:r ز:z ژ:zh س:s ش:sh ص:s ض:z ط:t ظ:z ع:e غ:gh ف:f ق:q ک:k گ:g ل:l م:m ن:n و:v ه:h ی:y ء:e'

const letters: Readonly<Record<string, string>> = Object.fromEntries(
  `${cyrillic} ${arabic}`.split(' ').map((pair) => pair.split(':')),
)
