/** What can be set about who may call. */
import { textListSetting } from '../../shared/config/setting.ts';

export const tenancySettings = {
  adminKeyHashes: textListSetting({
    summary:
      "The SHA-256 of administrators' API keys, as `isopod keys admin` prints them. With one of them clients need API keys; without, they are believed to be the tenant they name, and administrators.",
    placeholder: 'HASH,…',
    rule: 'hashes of 64 hexadecimal digits',
    pattern: /^[0-9a-f]{64}$/,
    default: [],
  }),
};
