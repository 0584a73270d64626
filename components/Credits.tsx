import type { Credit, CreditRole } from '../utils/article/article.ts'
import { type MessageKey, useStrings } from './strings.ts'

const ROLES: Record<CreditRole, MessageKey> = {
  author: 'roleAuthor',
  reporter: 'roleReporter',
  correspondent: 'roleCorrespondent',
  photographer: 'rolePhotographer',
  editor: 'roleEditor',
}

/** The people who made the article, each role once with its names: "Reporter 李海若". */
export function Credits({ credits }: { credits: Credit[] }) {
  const { t, formatList } = useStrings()
  const roles = (Object.keys(ROLES) as CreditRole[])
    .map(role => ({ role, names: credits.filter(credit => credit.role === role).map(credit => credit.name) }))
    .filter(({ names }) => names.length > 0)
  if (roles.length === 0) return null
  return (
    <dl class="credits">
      {roles.map(({ role, names }) => (
        <div key={role}>
          <dt>{t(ROLES[role])}</dt> <dd>{formatList(names)}</dd>
        </div>
      ))}
    </dl>
  )
}
