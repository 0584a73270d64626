import { expect, it } from 'vitest'
import { OWN_NAMES } from '../../../tighten.ts'
import { sendReading } from '../../../utils/extract/finish.ts'
import { readInTurns } from '../../../utils/extract/index.ts'
import { openPage } from './open-page.ts'
import { ADDRESS, STORY, TITLE } from './stories.ts'

// What the answer itself is made of is kept by `tighten`; what is in its parts it does not know to be sent.
it('sends nothing under a name that is shortened in the injected script', async () => {
  const head = `<title>${TITLE}</title><meta name="date" content="2024-03-02"><meta property="article:section" content="Town">`
  const body = `<h1>${TITLE}</h1><p><time datetime="2024-03-02">2 March 2024</time></p><article>${STORY}</article>`
  const reading = await readInTurns(openPage(`<head>${head}</head><body>${body}`, ADDRESS), ADDRESS, {
    now: new Date(),
  })
  if (!reading) throw new Error('This is an article')
  const { dates, declared, people } = sendReading(reading)
  expect(dates.lines).not.toEqual([])
  const names = [dates, ...dates.lines, declared, people].flatMap(Object.keys)
  expect(names.filter(name => OWN_NAMES.test(name))).toEqual([])
})
