import { expect, test } from 'vitest'
import { shippedSources } from './sources.ts'

const MARKUP =
  /\b(?:inner|outer)HTML\s*\+?=(?!=)|insertAdjacentHTML|dangerouslySetInnerHTML|createContextualFragment|DOMParser|setHTMLUnsafe|\bsrcdoc\b|document\.write|\beval\(|new Function\b/

test.each(['box.innerHTML = text', 'box.outerHTML += text', "box.insertAdjacentHTML('beforeend', text)"])(
  'would notice: %s',
  line => expect(line).toMatch(MARKUP),
)

test('one module alone turns text into markup', () => {
  const places = shippedSources()
    .filter(({ text }) => MARKUP.test(text.replaceAll(/\/\/.*|\/\*[\s\S]*?\*\//g, '')))
    .map(({ path }) => path)
  expect(places.filter(path => path !== 'utils/article/sanitise.ts')).toEqual([])
})
