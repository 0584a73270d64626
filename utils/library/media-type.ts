/** The media types of pictures that are stored. SVG is not: it can hold scripts and links, and portals' are logos. */
export type PictureType = 'image/jpeg' | 'image/png' | 'image/gif' | 'image/webp' | 'image/avif'

const ascii = (text: string) => Array.from(text, letter => letter.charCodeAt(0))

/** First bytes by type: the signatures of the WHATWG MIME Sniffing standard, section 6.1; AVIF's of its ISO brands. */
const SIGNATURES: readonly { type: PictureType; parts: readonly { at: number; bytes: readonly number[] }[] }[] = [
  { type: 'image/jpeg', parts: [{ at: 0, bytes: [0xff, 0xd8, 0xff] }] },
  { type: 'image/png', parts: [{ at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] }] },
  { type: 'image/gif', parts: [{ at: 0, bytes: ascii('GIF87a') }] },
  { type: 'image/gif', parts: [{ at: 0, bytes: ascii('GIF89a') }] },
  {
    type: 'image/webp',
    parts: [
      { at: 0, bytes: ascii('RIFF') },
      { at: 8, bytes: ascii('WEBPVP') },
    ],
  },
  { type: 'image/avif', parts: [{ at: 4, bytes: ascii('ftypavif') }] },
  { type: 'image/avif', parts: [{ at: 4, bytes: ascii('ftypavis') }] },
]

/** The type that the bytes themselves show, or undefined where they are no picture we keep. */
export function pictureType(bytes: Uint8Array): PictureType | undefined {
  const shows = ({ at, bytes: expected }: { at: number; bytes: readonly number[] }) =>
    expected.every((byte, index) => bytes[at + index] === byte)
  return SIGNATURES.find(({ parts }) => parts.every(shows))?.type
}
