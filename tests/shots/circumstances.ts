// What comes about rarely, brought about. Each runs inside a page and uses nothing from outside its own body.

/** Voices where a browser without a screen has none; they say nothing, and never end. */
export function withVoices(): void {
  const voices = ['Tingting', 'Meijia'].map(name => ({ lang: 'zh-CN', name, voiceURI: name, default: true }))
  speechSynthesis.getVoices = () => voices as SpeechSynthesisVoice[]
  speechSynthesis.speak = () => {}
  Object.defineProperty(SpeechSynthesisUtterance.prototype, 'voice', { set() {}, get: () => voices[0] })
}

/** Kaifong remembers more articles than there are, as after the browser lost some. */
export async function changedCount(): Promise<void> {
  const { sentinel } = await chrome.storage.local.get('sentinel')
  await chrome.storage.local.set({ sentinel: { ...sentinel, articles: 12 } })
}

/** The last saved article whose headline has these words has sixty pictures, of which five are stored and the others never come. */
export function picturesComing(words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('kaifong')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const writing = opening.result.transaction(['articles', 'jobs'], 'readwrite')
      const reading = writing.objectStore('articles').getAll()
      reading.onsuccess = () => {
        const newest = reading.result
          .filter(({ removedAt, title }) => removedAt === undefined && title.includes(words))
          .sort((a, b) => b.savedAt - a.savedAt)[0]
        const todo = Array.from({ length: 55 }, (_, index) => `https://pictures.example/${index}.jpg`)
        const job = { id: `pictures:${newest.id}`, kind: 'pictures', articleId: newest.id, todo, failed: [] }
        writing.objectStore('articles').put({ ...newest, pictures: { wanted: 60, stored: 5, failed: 0 } })
        writing.objectStore('jobs').put({ ...job, attempts: 1, notBefore: 0 })
      }
      writing.oncomplete = () => resolve(opening.result.close())
      writing.onerror = () => reject(writing.error)
    }
  })
}

/** The last saved article whose headline has these words lost its pictures: its page was closed before they had come. */
export function picturesLost(words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('kaifong')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const writing = opening.result.transaction(['articles', 'images', 'jobs'], 'readwrite')
      const reading = writing.objectStore('articles').openCursor()
      reading.onsuccess = () => {
        const cursor = reading.result
        if (!cursor) return
        const { id, removedAt, title, pictures } = cursor.value
        if (removedAt !== undefined || !title.includes(words)) return cursor.continue()
        const failed: { url: string; reason: string }[] = []
        const images = writing.objectStore('images').openCursor()
        images.onsuccess = () => {
          const image = images.result
          if (image) {
            if (image.value.articleId === id) {
              failed.push({ url: image.value.url, reason: 'closed' })
              image.delete()
            }
            return image.continue()
          }
          // Lost before, for another picture.
          if (failed.length === 0) return
          const job = { id: `pictures:${id}`, kind: 'pictures', articleId: id, todo: [], failed, attempts: 3 }
          writing.objectStore('jobs').put({ ...job, notBefore: Number.MAX_SAFE_INTEGER })
        }
        cursor.update({ ...cursor.value, pictures: { ...pictures, stored: 0, failed: pictures.wanted } })
      }
      writing.oncomplete = () => resolve(opening.result.close())
      writing.onerror = () => reject(writing.error)
    }
  })
}

/** Another Kaifong, newer than this one, opens the library. */
export function newerLibrary(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('kaifong', 9990)
    opening.onsuccess = () => resolve(opening.result.close())
    opening.onerror = () => reject(opening.error)
  })
}

declare const chrome: {
  storage: { local: { get(key: string): Promise<Record<string, object>>; set(values: object): Promise<void> } }
}

/** To run in the popup: the browser makes it as large as its page asks for, and lets nobody else say. */
export async function widenPopup(width: number): Promise<void> {
  const { style } = document.documentElement
  style.minInlineSize = '0'
  style.inlineSize = `${width}px`
  const done = performance.now() + 2000
  while (innerWidth !== width && performance.now() < done) await new Promise(requestAnimationFrame)
}
