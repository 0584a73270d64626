import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'

const PROBE = new URL('popup-probe.js', import.meta.url)
const BUILD = '.output/chrome-mv3'

/** The built extension in `folder`, with the probe as its popup's first script. */
export async function probedExtension(folder: string): Promise<string> {
  await cp(BUILD, folder, { recursive: true })
  await cp(PROBE, path.join(folder, 'probe.js'))
  const popup = path.join(folder, 'popup.html')
  const html = await readFile(popup, 'utf8')
  await writeFile(popup, html.replace('<script', '<script src="/probe.js"></script><script'))
  return folder
}

/** The least that reads a page: Readability in the page, its HTML in the popup, nothing else. */
export async function bareExtension(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const readability = await readFile(
    createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js'),
    'utf8',
  )
  const files = {
    'manifest.json': JSON.stringify({
      manifest_version: 3,
      name: 'Bare',
      version: '1',
      permissions: ['activeTab', 'scripting'],
      action: { default_popup: 'popup.html' },
    }),
    'popup.html': `<!doctype html><meta charset="utf-8"><style>html{width:560px;height:600px}</style>
<script src="/probe.js"></script><body><article></article><script src="/popup.js"></script>`,
    'popup.js': `chrome.tabs.query({ active: true, currentWindow: true }).then(async ([tab]) => {
  const [{ result }] = await chrome.scripting.executeScript({ target: { tabId: tab.id }, files: ['read.js'] })
  document.querySelector('article').innerHTML = '<h1>' + result.title + '</h1>' + result.content
})`,
    'read.js': `(() => {${readability}
  const { title, content } = new Readability(document.cloneNode(true)).parse()
  return { title, content }
})()`,
  }
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content)
  await cp(PROBE, path.join(folder, 'probe.js'))
  return folder
}
