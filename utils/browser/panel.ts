import { browser } from './api.ts'

const PANEL = 'panel'

/** Chrome's side panel, which the common API does not know. */
interface SidePanel {
  open(where: { tabId: number }): Promise<void>
}

const sidePanel = () => (browser as unknown as { sidePanel?: SidePanel }).sidePanel

/** Whether the browser has a panel beside its pages. Firefox for Android has none. */
export function hasPanel(): boolean {
  return sidePanel() !== undefined || browser.sidebarAction !== undefined
}

/**
 * Opens the panel beside a tab, with the article that `hand` gives it. Only from a click.
 * Chrome closes a popup when its panel opens, so there the article is handed over first, well within the seconds that a
 * click counts; Firefox lets a click count only until something is awaited, so there the panel opens first.
 */
export async function openPanel(tabId: number, hand: () => Promise<string | undefined>): Promise<void> {
  const panel = sidePanel()
  const opening = panel ? undefined : browser.sidebarAction.open()
  const id = await hand()
  if (id !== undefined) await browser.storage.session.set({ [PANEL]: id })
  if (panel && id !== undefined) await panel.open({ tabId })
  await opening
}

/** Calls `onArticle` with the article that the panel is to show, now and whenever it is given another. */
export async function watchPanel(onArticle: (id: string) => void): Promise<void> {
  browser.storage.onChanged.addListener((changes, area) => {
    const id = changes[PANEL]?.newValue
    if (area === 'session' && typeof id === 'string') onArticle(id)
  })
  const { [PANEL]: id } = await browser.storage.session.get(PANEL)
  if (typeof id === 'string') onArticle(id)
}
