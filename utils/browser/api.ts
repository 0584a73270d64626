// The one door to the extension API: everything else in Kaifong goes through a neighbour of this file.
export { default as browser } from 'webextension-polyfill'
