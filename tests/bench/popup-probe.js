// The first script of a popup under measurement. Says, on the popup's own clock, when the headline and the first
// paragraph were painted (Element Timing), when the script in the page was asked for and answered, and what blocked.
{
  const asked = []
  const { scripting } = chrome
  const executeScript = scripting.executeScript.bind(scripting)
  scripting.executeScript = async injection => {
    const call = { from: performance.now() }
    asked.push(call)
    const result = await executeScript(injection)
    call.to = performance.now()
    return result
  }

  const longTasks = []
  new PerformanceObserver(list => longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: 'longtask',
    buffered: true,
  })

  globalThis.painted = new Promise(resolve => {
    const SELECTORS = { headline: 'h1', paragraph: '.article__body p, #readability-page-1 p' }
    // What is below the fold is never painted: then the headline above it tells when the text was there.
    const wanted = new Set(Object.keys(SELECTORS))
    const at = {}
    const settle = () => {
      if ([...wanted].some(name => at[name] === undefined)) return
      const { timeOrigin } = performance
      // What blocks right behind the paint counts too.
      setTimeout(
        () => resolve({ timeOrigin, painted: Math.max(...Object.values(at)), asked: asked[0], longTasks }),
        500,
      )
    }
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) at[entry.identifier] ??= entry.renderTime
      settle()
    }).observe({ type: 'element', buffered: true })
    new MutationObserver((_, observer) => {
      const found = Object.entries(SELECTORS).map(([name, selector]) => [
        name,
        [...document.querySelectorAll(selector)].find(element => element.textContent.trim().length > 0),
      ])
      if (found.some(([, element]) => !element)) return
      observer.disconnect()
      for (const [name, element] of found) {
        element.setAttribute('elementtiming', name)
        requestAnimationFrame(() => {
          if (element.getBoundingClientRect().top >= innerHeight && name !== 'headline') wanted.delete(name)
        })
      }
    }).observe(document, { childList: true, subtree: true, characterData: true })
  })
}
