/** Kaifong's mark: the gate that stands at the head of a neighbourhood street (牌坊), cut like a seal. */
export function Mark({ class: className }: { class?: string }) {
  return (
    <svg class={className} viewBox="0 0 48 48" aria-hidden="true">
      <rect width="48" height="48" rx="11" fill="currentColor" />
      <g fill="none" stroke="var(--on-accent, #fff)" stroke-linecap="round" stroke-linejoin="round">
        <path d="M8.5 15.5c4.5 0 8-1.6 9.8-4.4h11.4c1.8 2.8 5.3 4.4 9.8 4.4" stroke-width="3.4" />
        <path d="M11 22.8h26" stroke-width="3" />
        <path d="M15.2 16v22M32.8 16v22" stroke-width="3.4" />
        <path d="M24 16v6.5" stroke-width="2.6" />
        <path d="M21.4 38v-7.2a2.6 2.6 0 0 1 5.2 0V38" stroke-width="2.4" />
      </g>
    </svg>
  )
}
