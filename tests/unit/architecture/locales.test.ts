import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { shippedSources } from './sources.ts'

type Messages = Record<string, { message: string }>

const read = (language: string): Messages =>
  JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, 'utf8')) as Messages
const placeholders = (text: string) => [...new Set(text.match(/\$\d/g))].sort().join(' ')

const english = read('en')
const others = globSync('public/_locales/*')
  .map(folder => folder.replace(/.*[\\/]/, ''))
  .filter(name => name !== 'en')

test('there is Chinese beside English', () => {
  expect(others).toContain('zh_CN')
})

test.each(others)('%s says all that English says, with the same values in it', language => {
  const messages = read(language)
  expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort())
  const unlike = Object.keys(english).filter(
    key => placeholders(messages[key]?.message ?? '') !== placeholders(english[key]?.message ?? ''),
  )
  expect(unlike).toEqual([])
})

test('every message is used, and has words', () => {
  const code = `${shippedSources()
    .map(({ text }) => text)
    .join('\n')}\n${readFileSync('wxt.config.ts', 'utf8')}`
  const unused = Object.keys(english).filter(key => {
    const name = key.replace(/_(?:zero|one|two|few|many|other)$/, '')
    return !code.includes(`'${name}'`) && !code.includes(`__MSG_${name}__`)
  })
  expect(unused).toEqual([])
  expect(Object.keys(english).filter(key => english[key]?.message.trim() === '')).toEqual([])
})
