import { execFileSync } from 'node:child_process'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const SIZE = '96m'

/** A disk of its own in memory, for a browser's profile. Only root may have one made: see `canMount`. */
export interface SmallDisk {
  folder: string
  /** Takes every byte that is left. */
  fill(): Promise<void>
  /** Gives back what `fill` took. */
  free(): Promise<void>
  remove(): Promise<void>
}

/** Whether this process may mount a disk: root may, but not in every container. */
export async function canMount(): Promise<boolean> {
  if (process.getuid?.() !== 0) return false
  try {
    await (await mountSmallDisk()).remove()
    return true
  } catch (error) {
    console.info('No disk can be mounted here:', error)
    return false
  }
}

export async function mountSmallDisk(): Promise<SmallDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'kaifong-disk-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', folder])
  const ballast = join(folder, 'ballast')
  return {
    folder,
    async fill() {
      const file = await open(ballast, 'w')
      try {
        for (;;) await file.write(Buffer.alloc(4096))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
      } finally {
        await file.close()
      }
    },
    free: () => rm(ballast),
    async remove() {
      execFileSync('umount', ['--lazy', folder])
      await rm(folder, { recursive: true })
    },
  }
}
