import type { DistrictTag } from '../utils/article/article.ts'
import { useStrings } from './strings.ts'
import './styles/district-tags.css'

interface Props {
  tags: DistrictTag[]
  /** Called with the tag that was pressed; without it tags are plain words. */
  onPick?: (tag: DistrictTag) => void
  /** Show the subdistricts beside each district. */
  detailed?: boolean
}

/** The districts an article is about (filled) and those it only names (outlined), main ones first. */
export function DistrictTags({ tags, onPick, detailed = false }: Props) {
  const { t } = useStrings()
  if (tags.length === 0) return null
  return (
    <ul class="district-tags" aria-label={t('districts')}>
      {tags.map(tag => (
        <li key={tag.code} class={`district-tag district-tag--${tag.role}`} title={tag.path.join(' › ')}>
          {onPick ? (
            <button type="button" class="district-tag__name" onClick={() => onPick(tag)}>
              {tag.name}
            </button>
          ) : (
            <span class="district-tag__name">{tag.name}</span>
          )}
          {detailed &&
            tag.subdistricts.map(subdistrict => (
              <span key={subdistrict.name} class="district-tag__subdistrict">
                {subdistrict.name}
              </span>
            ))}
          {tag.role === 'mentioned' && <span class="visually-hidden"> ({t('mentioned')})</span>}
        </li>
      ))}
    </ul>
  )
}
