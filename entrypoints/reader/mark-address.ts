const HASH = /^#mark-([\w-]{8,64})$/

/** Where a saved article is read from one of its marks on. */
export function addressOfMark(articleId: string, markId: string): string {
  return `reader.html?id=${articleId}#mark-${markId}`
}

export function idInHash(hash: string): string | undefined {
  return HASH.exec(hash)?.[1]
}
