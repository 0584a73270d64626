import { type Surface, until } from './surface.ts'

/** Runs a function in the browser's own window, with the browser's own rights. */
export type RunInChrome = <Args extends readonly unknown[], Result>(
  fn: (...args: Args) => Result | Promise<Result>,
  ...args: Args
) => Promise<Result>

/**
 * The popup in Firefox. WebDriver BiDi knows tabs only, so the popup is reached the way Firefox's own tests reach it: a
 * frame script beside its document runs functions there and moves the mouse.
 */
export function firefoxPopup(runInChrome: RunInChrome): Surface {
  const send = async (order: Order) => {
    const { value, error } = await runInChrome(sendOrder, FRAME_SCRIPT, order)
    if (error) throw new Error(error)
    return value === undefined ? undefined : JSON.parse(value)
  }
  return {
    run: (fn, ...args) => send({ code: `(${fn})(...${JSON.stringify(args)})` }),
    clickAt: (x, y) => send({ click: { x, y } }),
    type: () => Promise.reject(new Error('Typing into the popup is not needed yet')),
    screenshot: async () => Buffer.from(await runInChrome(drawPopup), 'base64'),
    close: () => until('the popup to close', () => runInChrome(closePopup)).then(() => undefined),
  }
}

type Order = { code: string } | { click: { x: number; y: number } }
interface Reply {
  value?: string
  error?: string
}

// Runs beside the popup's document. The sandbox has the document's own rights, and no content policy forbids it to run.
const FRAME_SCRIPT = `addMessageListener('kaifong:order', async ({ data: { id, order } }) => {
  const reply = {}
  try {
    if (order.click) {
      const { x, y } = order.click
      for (const type of ['mousemove', 'mousedown', 'mouseup']) {
        content.synthesizeMouseEvent(type, x, y, { button: 0, clickCount: 1, pressure: 0.5 }, {})
      }
    } else {
      const sandbox = new Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false })
      reply.value = await Cu.evalInSandbox('(async () => JSON.stringify(await ' + order.code + '))()', sandbox)
    }
  } catch (error) {
    reply.error = String(error)
  }
  sendAsyncMessage('kaifong:reply', { id, reply })
})`

function sendOrder(script: string, order: Order): Promise<Reply> {
  const popup = document.querySelector<PopupBrowser>('.webextension-popup-browser')
  if (!popup) return Promise.resolve({ error: 'The popup is not open' })
  const { messageManager } = popup
  if (!popup.listensToKaifong) {
    messageManager.loadFrameScript(`data:text/javascript,${encodeURIComponent(script)}`, false)
    popup.listensToKaifong = true
  }
  const id = Math.random()
  return new Promise(resolve => {
    const listener = ({ data }: { data: { id: number; reply: Reply } }) => {
      if (data.id !== id) return
      messageManager.removeMessageListener('kaifong:reply', listener)
      resolve(data.reply)
    }
    messageManager.addMessageListener('kaifong:reply', listener)
    messageManager.sendAsyncMessage('kaifong:order', { id, order })
    // A popup that closes itself answers no more.
    popup.closest('panel')?.addEventListener('popuphidden', () => resolve({}), { once: true })
  })
}

async function drawPopup(): Promise<string> {
  const popup = document.querySelector<PopupBrowser>('.webextension-popup-browser')
  const image = await popup?.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white')
  if (!image) throw new Error('The popup is not open')
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas') as HTMLCanvasElement
  canvas.width = image.width
  canvas.height = image.height
  canvas.getContext('2d')?.drawImage(image, 0, 0)
  return canvas.toDataURL('image/png').split(',')[1] ?? ''
}

/** Gives true once there is no popup. */
function closePopup(): boolean {
  const panel = document.querySelector('.webextension-popup-browser')?.closest<Panel>('panel')
  panel?.hidePopup()
  return !panel
}

interface Panel extends Element {
  hidePopup(): void
}

interface PopupBrowser extends Element {
  listensToKaifong?: boolean
  messageManager: {
    loadFrameScript(address: string, later: boolean): void
    sendAsyncMessage(name: string, data: unknown): void
    addMessageListener(name: string, listener: (message: { data: { id: number; reply: Reply } }) => void): void
    removeMessageListener(name: string, listener: (message: { data: { id: number; reply: Reply } }) => void): void
  }
  browsingContext: {
    currentWindowGlobal: { drawSnapshot(area: null, scale: number, background: string): Promise<ImageBitmap> }
  }
}
