import type { Communities, Gazetteer } from './gazetteer.ts'

/** Reads a city's shard (form: build/format-communities.ts). */
export function parseCommunities(text: string): Communities {
  const communities: Communities = new Map()
  for (const line of text.split('\n')) {
    const [code = '', names = ''] = line.split('\t')
    for (const written of names.split(',')) {
      const name = written.replace(/\+$/, '社区').replace(/-$/, '村')
      const known = communities.get(name)
      if (known) known.push(code)
      else communities.set(name, [code])
    }
  }
  return communities
}

/** The communities of a city, if they are at hand (`loadCommunities`) or can be read now (under Node). */
export function communitiesOf(city: string, gazetteer: Gazetteer): Communities | undefined {
  return gazetteer.communities.get(city) ?? gazetteer.readCommunities?.(city)
}
