/** Runs of Han characters, and of other letters and digits; a word ends where one meets the other. To be used with matchAll. */
export const RUN = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu

/** Whether a run is one of Han characters. */
export const isHan = (run: string): boolean => HAN.test(run)

const HAN = /^\p{Script=Han}/u
