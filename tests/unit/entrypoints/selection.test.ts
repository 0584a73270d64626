import { expect, test } from 'vitest'
import { Selection } from '../../../entrypoints/library/selection.ts'

const IDS = ['a', 'b', 'c', 'd', 'e']

test('the one that was touched last and another pick all between them', async () => {
  const selection = new Selection(async () => IDS)
  await selection.toggle('b', 1, false)
  await selection.toggle('d', 3, true)
  expect([...selection.ids.value]).toEqual(['b', 'c', 'd'])
  await selection.toggle('c', 2, false)
  expect([...selection.ids.value]).toEqual(['b', 'd'])
})

test('what leaves the list leaves the selection, which ends with its last one', async () => {
  const selection = new Selection(async () => IDS)
  await selection.all()
  selection.drop(['a', 'b', 'never there'])
  expect([...selection.ids.value]).toEqual(['c', 'd', 'e'])
  expect(selection.active.value).toBe(true)
  selection.drop(['c', 'd', 'e'])
  expect(selection.ids.value.size).toBe(0)
  expect(selection.active.value).toBe(false)
})

test('rows that show boxes go on showing them while another leaves the list', () => {
  const selection = new Selection(async () => IDS)
  selection.start()
  selection.drop(['a'])
  expect(selection.active.value).toBe(true)
})
