// @ts-expect-error jsdom ships no types, and those of DefinitelyTyped are written for older releases
import { JSDOM } from 'jsdom'

/** A document as a browser would show it, without running anything. */
export function openPage(html: string, url = 'https://news.example/2021/06/11/1.html'): Document {
  return (new JSDOM(html, { url }) as { window: { document: Document } }).window.document
}
