import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changePasswordForm, profileForm } from './people-forms.ts'

test('a name is a line of words: what a clipboard adds, and what no database holds, is gone', () => {
  assert.equal(profileForm.parse({ name: ' Aida\u0000\n S. ', interfaceLocale: 'ky' }).name, 'Aida S.')
  assert.equal(profileForm.safeParse({ name: ' \u0000 ', interfaceLocale: 'ky' }).success, false)
  assert.equal(profileForm.safeParse({ name: 'a\ud800', interfaceLocale: 'ky' }).success, false)
})

test('a new password is long enough, is typed twice alike, and is none of the first guesses', () => {
  const codes = (password: string, passwordAgain = password) =>
    changePasswordForm
      .safeParse({ currentPassword: 'x', password, passwordAgain })
      .error?.issues.map(({ message }) => message)
  assert.equal(codes('a few words in a row'), undefined)
  assert.deepEqual(codes('eleven char'), ['passwordShort'])
  assert.deepEqual(codes('x'.repeat(201).replace('x', 'y')), ['tooLong'])
  for (const easy of ['aaaaaaaaaaaaa', '0123456789012', 'masthead-2026'.replace('-', '_')])
    assert.deepEqual(codes(easy), ['passwordEasy'], easy)
  assert.deepEqual(codes('a few words in a row', 'a few words in a road'), ['passwordSame'])
})
