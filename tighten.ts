import { readFileSync, writeFileSync } from 'node:fs'
import { minify } from 'terser'
import { type ESTree, parseSync, Visitor } from 'vite'

/**
 * Properties of utils/extract that nothing outside it sees, often written, that no browser's object has in use there, and
 * that no string names, which would not find its own. Where the answer has one of these, `withQuotes` keeps it.
 */
export const OWN_NAMES = new RegExp(
  `^(?:${(
    'after agreement attributes authors base before block blocks boxes captions characters children chosen ' +
      'clutter context count depth element end endsSentence fact facts findHeadline finish first grids han ' +
      'hasFragments headings hidden html images isAmongCentred isMore iso isOwn isSure jsonLd kinds last least ' +
      'lengthBefore lengths linked links linkShare linkShares looksLike marks meta monthFirst named number ' +
      'offset paragraphs parent parents pending places position prose proseLength published reach related ' +
      'render score signature signatures start stem sums sure surroundings tables tag tags taken text texts ' +
      'trees truncated underRelated votes whole write'
  ).replaceAll(' ', '|')})$`,
)

/** Strings that are the same as an own name and mean another thing: attributes, an element and a type of HTML. */
const OTHER_THINGS = ['hidden', 'html', 'meta', 'start']

/** What is called often enough to be worth a name of one letter. Pages cannot change what a script of ours finds there. */
const OFTEN_CALLED = [
  'Array.isArray',
  'Date.parse',
  'Map',
  'Math.abs',
  'Math.max',
  'Math.min',
  'Number',
  'RegExp',
  'Set',
  'String.fromCharCode',
]

/**
 * What is asked of strings, lists and patterns often enough, and not so often in one run that a call more is felt. None of
 * these tells an argument that is undefined from none, as `push` does.
 */
const OFTEN_ASKED = [
  'filter',
  'find',
  'flatMap',
  'getAttribute',
  'includes',
  'join',
  'map',
  'replace',
  'slice',
  'some',
  'split',
  'startsWith',
  'test',
  'toLowerCase',
  'toUpperCase',
  'trim',
]

/**
 * What is left of a script after a second and third minifier: 9 KB less of what every click compiles, and may be 64 KB.
 * `expression` keeps what the script comes to, which is its answer. `unsafe` supposes that strings, numbers and regular
 * expressions are those of the browser, which no page can change for us.
 */
export async function tighten(file: string): Promise<void> {
  const options = {
    ecma: 2020,
    toplevel: true,
    compress: { expression: true, hoist_funs: true, passes: 8, pure_getters: true, unsafe: true, unsafe_arrows: true },
  } as const
  const mangle = { properties: { builtins: true, keep_quoted: 'strict', regex: OWN_NAMES } } as const
  // The same scripts of Unicode by their shorter name.
  const source = readFileSync(file, 'utf8').replaceAll('\\p{Script=', '\\p{sc=')
  const once = await minify(withQuotes(source), { ...options, mangle })
  const twice = await minify(withArrows(withAliases(once.code ?? '')), options)
  const { code } = await minify(withHelpers(twice.code ?? ''), { ecma: 2020, toplevel: true, compress: false })
  if (!code) throw new Error(`${file} came to nothing`)
  writeFileSync(file, code)
}

/** Quotes what the answer has in common with OWN_NAMES, which keeps it. Fails where a string names one of these. */
function withQuotes(code: string): string {
  const answers: ESTree.IdentifierName[][] = []
  const check = (text: unknown) => {
    if (typeof text === 'string' && OWN_NAMES.test(text) && !OTHER_THINGS.includes(text)) {
      throw new Error(`A string is '${text}': if a property is meant, take it out of OWN_NAMES in tighten.ts`)
    }
  }
  const visitor = new Visitor({
    ObjectExpression({ properties }) {
      const keys = properties.flatMap(part =>
        part.type === 'Property' && part.key.type === 'Identifier' ? [part.key] : [],
      )
      if (keys.some(({ name }) => name === 'people')) answers.push(keys)
    },
    Literal: ({ value }) => check(value),
    TemplateElement: ({ value }) => check(value.cooked),
  })
  visitor.visit(programOf(code))
  const [keys, ...others] = answers
  if (!keys || others.length > 0) throw new Error('Articles are put together in another way now: look at tighten.ts')
  const own = keys.filter(({ name }) => OWN_NAMES.test(name))
  return replaced(code, own, text => `"${text}"`)
}

function withAliases(code: string): string {
  const calls: ESTree.Expression[] = []
  const textOf = ({ start, end }: ESTree.Span) => code.slice(start, end)
  const take = ({ callee }: ESTree.CallExpression | ESTree.NewExpression) => {
    if (OFTEN_CALLED.includes(textOf(callee))) calls.push(callee)
  }
  const visitor = new Visitor({ CallExpression: take, NewExpression: take })
  visitor.visit(programOf(code))
  const aliasOf = (name: string) => `often_${name.replace('.', '_')}`
  const names = OFTEN_CALLED.map(name => `${aliasOf(name)}=${name}`)
  return withFirst(
    replaced(code, calls, text => aliasOf(text)),
    `var ${names};`,
  )
}

/** One function for each of OFTEN_ASKED, and one name for what is undefined: a compressor would take them apart again. */
function withHelpers(code: string): string {
  const helperOf = (name: string) => `often_${name}`
  const asked = new Set<string>()
  let result = code
  for (let isDone = false; !isDone; ) {
    const parts: [ESTree.Span, string][] = []
    const textOf = ({ start, end }: ESTree.Span) => result.slice(start, end)
    const visitor = new Visitor({
      // Of those within each other the innermost are the first: its end comes before that of what it is in.
      'CallExpression:exit'({ start, end, callee, arguments: given }) {
        if (callee.type !== 'MemberExpression' || callee.computed || mayEndEarly(callee)) return
        const { object, property } = callee
        if (property.type !== 'Identifier' || !OFTEN_ASKED.includes(property.name)) return
        if (parts.some(([part]) => part.start >= start)) return
        asked.add(property.name)
        // return"A".toLowerCase() needs no space before it.
        const space = /\w/.test(result.charAt(start - 1)) ? ' ' : ''
        parts.push([{ start, end }, `${space}${helperOf(property.name)}(${[object, ...given].map(textOf)})`])
      },
    })
    visitor.visit(programOf(result))
    result = replaced(
      result,
      parts.map(([part]) => part),
      (_, i) => parts[i]?.[1] ?? '',
    )
    isDone = parts.length === 0
  }
  const nothing: ESTree.Span[] = []
  new Visitor({
    UnaryExpression(node) {
      // What else is void is done first: "return void this.add(text)".
      if (node.operator === 'void' && node.argument.type === 'Literal') nothing.push(node)
    },
  }).visit(programOf(result))
  const helpers = [...asked].map(name => `${helperOf(name)}=(of,a,b)=>of.${name}(a,b)`)
  return withFirst(
    replaced(result, nothing, () => 'often_nothing'),
    `var ${['often_nothing', ...helpers]};`,
  )
}

/** Of `a?.b.c`, which is all undefined where `a` is. */
function mayEndEarly(node: ESTree.Expression): boolean {
  if (node.type === 'MemberExpression') return node.optional || mayEndEarly(node.object)
  return node.type === 'CallExpression' && (node.optional || mayEndEarly(node.callee))
}

/** Functions as arrows, which are shorter, and before all else, as functions are. Those that cannot be arrows stay. */
function withArrows(code: string): string {
  const textOf = ({ start, end }: ESTree.Span) => code.slice(start, end)
  const functions = bodyOf(code).body.filter(
    part =>
      part.type === 'FunctionDeclaration' &&
      !part.generator &&
      !part.async &&
      !/\b(?:this|arguments)\b/.test(textOf(part)),
  ) as ESTree.Function[]
  const arrows = functions.map(({ id, params, body }) => `${id?.name}=(${params.map(textOf)})=>${body && textOf(body)}`)
  return withFirst(
    replaced(code, functions, () => ''),
    `var ${arrows};`,
  )
}

const programOf = (code: string): ESTree.Program => parseSync('extract.js', code, { sourceType: 'script' }).program

/** What is in `(function(){…})()`, which is all there is. */
function bodyOf(code: string): ESTree.FunctionBody {
  const [statement] = programOf(code).body
  const call = statement?.type === 'ExpressionStatement' ? statement.expression : undefined
  let callee = call?.type === 'CallExpression' ? call.callee : undefined
  if (callee?.type === 'ParenthesizedExpression') callee = callee.expression
  if (callee?.type !== 'FunctionExpression' || !callee.body) throw new Error('Scripts have another form now')
  return callee.body
}

function withFirst(code: string, first: string): string {
  const at = bodyOf(code).start + 1
  return code.slice(0, at) + first + code.slice(at)
}

/** @param parts in order */
function replaced(code: string, parts: readonly ESTree.Span[], by: (text: string, i: number) => string): string {
  let [result, at] = ['', 0]
  for (const [i, part] of parts.entries()) {
    result += code.slice(at, part.start) + by(code.slice(part.start, part.end), i)
    at = part.end
  }
  return result + code.slice(at)
}
