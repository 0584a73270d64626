/** Dictionaries of OpenCC, each a list of pairs in one string, in the order in which they are looked up. */
declare module 'opencc-js/from/cn' {
  const dictionaries: string[][]
  export default dictionaries
}
declare module 'opencc-js/from/tw' {
  const dictionaries: string[][]
  export default dictionaries
}
declare module 'opencc-js/to/cn' {
  const dictionaries: string[][]
  export default dictionaries
}
declare module 'opencc-js/to/tw' {
  const dictionaries: string[][]
  export default dictionaries
}
