/** What can be set about the caches of a coordinator. */
import { byteSize, textSetting, wholeNumber } from '../../shared/config/setting.ts';

const megabyte = 2 ** 20;

export const cacheSettings = {
  redisUrl: textSetting({
    summary:
      'A Redis that coordinators share, for cached results; it may be slow or gone. Flags can be seen by every user of a machine: better give it as a variable.',
    placeholder: 'URL',
    rule: 'a URL that begins with redis:// or rediss://',
    pattern: /^rediss?:\/\/\S+$/,
    default: undefined,
    defaultText: 'none',
    isSecret: true,
  }),
  databaseUrl: textSetting({
    summary:
      'A Postgres that coordinators share, for cached results; it may be slow or gone. Its user must be allowed to create tables. Better given as a variable, too.',
    placeholder: 'URL',
    rule: 'a URL that begins with postgres:// or postgresql://',
    pattern: /^postgres(ql)?:\/\/\S+$/,
    default: undefined,
    defaultText: 'none',
    isSecret: true,
  }),
  databaseConnectionsMax: wholeNumber({
    summary:
      'The most connections to Postgres; fewer where they would be more than four fifths of what it has.',
    min: 1,
    max: 1_000,
    default: 4,
  }),
  cacheBytesMax: byteSize({
    summary: 'The most memory for what is cached in this process.',
    min: megabyte,
    max: 64 * 1024 * megabyte,
    default: 64 * megabyte,
  }),
  cacheEntriesMax: wholeNumber({
    summary: 'The most values that are cached in this process.',
    min: 1,
    max: 10_000_000,
    default: 50_000,
  }),
};
