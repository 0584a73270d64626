// Runs before the first paint, so that a reader who chose a theme or a font never sees another one flash. Pages keep a
// copy of the settings in localStorage for this, because it can be read at once.
;(() => {
  const { dataset, style } = document.documentElement
  const show = settings => {
    if (settings.theme && settings.theme !== 'system') dataset.theme = settings.theme
    else delete dataset.theme
    for (const name of ['paragraphs', 'justify', 'pictures', 'writing']) dataset[name] = settings[name] ?? ''
    style.setProperty('--reading-font', `var(--font-${settings.font === 'system' ? 'ui' : (settings.font ?? 'song')})`)
    if (settings.size) style.setProperty('--reading-size', `${settings.size}px`)
    if (settings.leading) style.setProperty('--reading-leading', settings.leading)
    if (settings.measure) style.setProperty('--reading-measure', settings.measure)
  }
  globalThis.showReadingSettings = show
  try {
    show(JSON.parse(localStorage.getItem('reading') ?? '{}'))
  } catch {
    // Storage is closed in some private windows: then the defaults are right.
  }
})()
