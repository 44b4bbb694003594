import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aiPartOf, digitalSourceIn, digitalSources, digitalSourceUri } from './digital-source.ts'

test('a code is read from its address, its QCode and itself, and its address gives it back', () => {
  for (const code of digitalSources) {
    const uri = digitalSourceUri(code)
    assert.equal(uri, `http://cv.iptc.org/newscodes/digitalsourcetype/${code}`)
    for (const said of [uri, uri.replace('http:', 'https:'), `digsrctype:${code}`, ` ${code.toUpperCase()} `])
      assert.equal(digitalSourceIn(said), code, said)
  }
})

test('retired codes become what took their place; unknown ones say nothing', () => {
  const scheme = 'http://cv.iptc.org/newscodes/digitalsourcetype/'
  assert.equal(digitalSourceIn(`${scheme}minorHumanEdits`), 'humanEdits')
  assert.equal(digitalSourceIn(`${scheme}digitalArt`), 'digitalCreation')
  for (const said of ['', scheme, `${scheme}softwareImage`, 'a camera', 'constructor', 'toString'])
    assert.equal(digitalSourceIn(said), null, said)
})

test('generative AI and nothing else is told to readers', () => {
  const told = digitalSources.flatMap((code) => (aiPartOf(code) ? [[code, aiPartOf(code)]] : []))
  assert.deepEqual(told, [
    ['trainedAlgorithmicMedia', 'made'],
    ['compositeWithTrainedAlgorithmicMedia', 'altered'],
    ['compositeSynthetic', 'altered'],
  ])
  assert.equal(aiPartOf(null), null)
})
