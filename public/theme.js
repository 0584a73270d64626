// Runs before the first paint, so that a reader who chose a theme never sees another one flash. Pages keep this copy of
// the choice in localStorage because it can be read at once.
try {
  const theme = localStorage.getItem('theme')
  if (theme && theme !== 'system') document.documentElement.dataset.theme = theme
} catch {
  // Storage is closed in some private windows: then the system's theme is right.
}
