/** Traditional characters and the simplified ones for each, "丟 丢|並 并", as OpenCC has them. */
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string
  export default pairs
}
