import { expect, test } from 'vitest'
import { shippedSources } from './sources.ts'

const MARKUP =
  /\b(?:inner|outer)HTML\s*\+?=(?!=)|insertAdjacentHTML|dangerouslySetInnerHTML|createContextualFragment|DOMParser|setHTMLUnsafe|\bsrcdoc\b|document\.write|\beval\(|new Function\b/

test.each(['box.innerHTML = text', 'box.outerHTML += text', "box.insertAdjacentHTML('beforeend', text)"])(
  'would notice: %s',
  line => expect(line).toMatch(MARKUP),
)

// A further page of an article becomes a document of its own that is read and never shown, where nothing of it runs.
const ALLOWED = ['utils/article/sanitise.ts', 'utils/extract/decode.ts']

test('one module alone turns text into markup that is shown', () => {
  const places = shippedSources()
    .filter(({ text }) => MARKUP.test(text.replaceAll(/\/\/.*|\/\*[\s\S]*?\*\//g, '')))
    .map(({ path }) => path)
  expect(places.filter(path => !ALLOWED.includes(path))).toEqual([])
})
