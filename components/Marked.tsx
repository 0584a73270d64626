interface Props {
  text: string
  /** In order and apart from each other, UTF-16. */
  hits: readonly (readonly [start: number, end: number])[] | undefined
}

/** A text with some of its words marked. */
export function Marked({ text, hits = [] }: Props) {
  let at = 0
  return (
    <>
      {hits.map(([start, end]) => {
        const before = text.slice(at, start)
        at = end
        return (
          <>
            {before}
            <mark class="hit">{text.slice(start, end)}</mark>
          </>
        )
      })}
      {text.slice(at)}
    </>
  )
}
