import { useRef } from 'preact/hooks'

interface Props {
  label: string
  /** As the `accept` of an input. */
  accept: string
  disabled?: boolean
  onFile: (file: File) => void
}

/** A button that lets the reader choose a file. */
export function FileButton({ label, accept, disabled = false, onFile }: Props) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" class="button" disabled={disabled} onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        type="file"
        class="visually-hidden"
        tabIndex={-1}
        aria-label={label}
        accept={accept}
        onChange={event => {
          const [file] = event.currentTarget.files ?? []
          if (file) onFile(file)
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}
