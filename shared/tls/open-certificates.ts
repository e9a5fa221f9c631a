/** Certificates from their files, kept up with them for as long as a program runs. */
import { readFile } from 'node:fs/promises';
import type { Logger } from '../telemetry/logger.ts';
import type { Clock } from '../time/clock.ts';
import { type Authorities, authoritiesOf, type Identity, identityOf } from './certificates.ts';
import { WatchedFiles, type WatchedFilesObserver } from './watched-files.ts';

/** The paths of PEM files. */
export interface IdentityFiles {
  readonly certificate: string;
  readonly key: string;
}

interface Surroundings {
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Rejects where they cannot be used. */
export function openIdentity(
  { certificate, key }: IdentityFiles,
  surroundings: Surroundings,
): Promise<WatchedFiles<Identity>> {
  return WatchedFiles.open({
    paths: [certificate, key],
    compile: ([certificatePem = '', keyPem = '']) => identityOf(certificatePem, keyPem),
    ...watching(surroundings),
  });
}

/** Rejects where it cannot be used. */
export function openAuthorities(
  path: string,
  surroundings: Surroundings,
): Promise<WatchedFiles<Authorities>> {
  return WatchedFiles.open({
    paths: [path],
    compile: ([pem = '']) => authoritiesOf(pem),
    ...watching(surroundings),
  });
}

function watching({ clock, logger }: Surroundings) {
  const observer: WatchedFilesObserver = {
    changed: (paths) => logger.info({ paths }, 'certificates were renewed'),
    unusable: (paths, error) =>
      logger.error(
        { paths, why: String(error) },
        'new certificates cannot be used: going on with the old',
      ),
  };
  return { readFile: (path: string) => readFile(path, 'utf8'), clock, observer };
}
