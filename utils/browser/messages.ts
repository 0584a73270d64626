import type { Runtime } from 'webextension-polyfill'
import { browser } from './api.ts'

/** What can be asked of the background: by name, the request and the response, both plain JSON values. */
export type Contract = Record<string, { request: unknown; response: unknown }>

export type Service<C extends Contract> = {
  [Name in keyof C]: {
    /** Gives the request as a fresh, checked value; throws where it has not the right shape. */
    check(request: unknown): C[Name]['request']
    /** @param host of the page that a content script asks from */
    answer(request: C[Name]['request'], host?: string): Promise<C[Name]['response']>
  }
}

type Reply = { ok: true; response: unknown } | { ok: false; error: string }

/** The background could not be asked, or refused the request. A bug or a page left over from an older version. */
export class MessageError extends Error {}

/** The page's end of a contract. The promise rejects with `MessageError` where no answer comes. */
export function createClient<C extends Contract>() {
  return async <Name extends keyof C & string>(
    name: Name,
    request: C[Name]['request'],
  ): Promise<C[Name]['response']> => {
    const reply = (await browser.runtime.sendMessage({ name, request })) as Reply | undefined
    if (!reply?.ok) throw new MessageError(reply?.error ?? `No answer to "${name}"`)
    return reply.response
  }
}

/** As a sender: a script of ours in a web page. No page of ours is called so. */
export const CONTENT_SCRIPT = 'content script'

/** By message, who may send it: "popup" for popup.html, or CONTENT_SCRIPT. */
export type Askers<C extends Contract> = { [Name in keyof C]: readonly string[] }

/**
 * The background's end. Answers only Kaifong's own pages, and its scripts in the main frame of web pages, each only what
 * it needs; other extensions get nothing.
 */
export function serve<C extends Contract>(service: Service<C>, askers: Askers<C>): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    const host = hostOfContentScript(sender)
    const who = host === undefined ? ownPage(sender) : CONTENT_SCRIPT
    if (who === undefined) return undefined
    const may = isEnvelope(message) && Object.hasOwn(askers, message.name) && askers[message.name]?.includes(who)
    return may ? answer(service, message, host) : Promise.resolve(UNKNOWN)
  })
}

const UNKNOWN: Reply = { ok: false, error: 'Unknown message' }

/** The name of the page of ours that sent a message; undefined where anything else did. */
function ownPage(sender: Runtime.MessageSender): string | undefined {
  const root = browser.runtime.getURL('')
  if (sender.id !== browser.runtime.id || !sender.url?.startsWith(root)) return undefined
  return sender.url.slice(root.length).match(/^(\w+)\.html(?:[?#]|$)/)?.[1]
}

/** Where a script of ours runs in a web page's main frame; undefined where the sender is anything else. */
function hostOfContentScript({ id, tab, frameId, url = '' }: Runtime.MessageSender): string | undefined {
  if (id !== browser.runtime.id || !tab || frameId !== 0 || !/^https?:/.test(url) || !URL.canParse(url))
    return undefined
  return new URL(url).host
}

async function answer<C extends Contract>(service: Service<C>, message: Envelope, host?: string): Promise<Reply> {
  const { check, answer } = service[message.name] as Service<Contract>[string]
  try {
    return { ok: true, response: await answer(check(message.request), host) }
  } catch (error) {
    console.error(`"${message.name}" failed`, error)
    return { ok: false, error: error instanceof Error ? error.message : String(error) }
  }
}

interface Envelope {
  name: string
  request: unknown
}

function isEnvelope(message: unknown): message is Envelope {
  return typeof message === 'object' && message !== null && 'name' in message && typeof message.name === 'string'
}
