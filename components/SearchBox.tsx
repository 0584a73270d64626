import { useEffect, useId, useRef } from 'preact/hooks'
import { Icon } from './Icon.tsx'
import './styles/search-box.css'

interface Props {
  label: string
  value: string
  onInput: (text: string) => void
  onEnter?: () => void
  /** What the text could become. */
  suggestions?: readonly string[]
}

/** Searches as the reader types; "/" leads here from anywhere on the page. */
export function SearchBox({ label, value, onInput, onEnter, suggestions = [] }: Props) {
  const list = useId()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
      if (event.key !== '/' || typing) return
      event.preventDefault()
      input.current?.focus()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  return (
    <label class="search-box">
      <Icon name="search" />
      <input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        list={list}
        autoComplete="off"
        onKeyDown={event => event.key === 'Enter' && !event.isComposing && onEnter?.()}
        onInput={event => !event.isComposing && onInput(event.currentTarget.value)}
        onCompositionEnd={event => onInput(event.currentTarget.value)}
      />
      <datalist id={list}>
        {suggestions.map(text => (
          <option key={text} value={text} />
        ))}
      </datalist>
    </label>
  )
}
