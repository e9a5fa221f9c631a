/** What an operator can set about fetches. */
import type { Relations, Surroundings } from '../../shared/config/program.ts';
import {
  byteSize,
  type SettingsTable,
  textListSetting,
  type ValuesOf,
  wholeNumber,
} from '../../shared/config/setting.ts';
import { parseEgressRule } from '../../shared/egress/egress-rule.ts';
import { fetchBounds } from '../frames/fetch-call.ts';
import { parseAllowedRange } from './address-rules.ts';
import type { EgressOptions } from './egress-bounds.ts';
import { Secret, secretNamePattern, secretPattern } from './secrets.ts';

const megabyte = 2 ** 20;

export const egressSettings = {
  egressAllow: textListSetting({
    summary:
      'What programs may fetch, an origin each, with the methods it may be asked by (GET and HEAD unless others are named, * for all). Nothing unless given.',
    placeholder: "'ORIGIN [METHOD …]',…",
    rule: 'origins such as https://api.example.com or https://*.example.com:8443, each with methods after it, apart by spaces',
    pattern: /./,
    default: [],
  }),
  egressAllowAddresses: textListSetting({
    summary:
      'Addresses that are not of the public internet and may be reached by fetches all the same: private, loopback, of this machine.',
    placeholder: 'RANGE[:PORT],…',
    rule: 'ranges such as 10.1.0.0/16, 127.0.0.1:8080 or [fd00::]/8:443',
    pattern: /./,
    default: [],
  }),
  egressSecrets: textListSetting({
    summary:
      'Secrets that programs may use in the headers of a fetch, as {{secret:NAME}}, without seeing them: each a name, the file that holds it, and the origins it may be sent to.',
    placeholder: "'NAME=FILE ORIGIN …',…",
    rule: 'names, each with its file and at least one origin',
    pattern: /^[^=\s]+=\S+(?: +\S+)+$/,
    default: [],
  }),
  egressRequestMsMax: wholeNumber({
    summary: 'How long one fetch may take, redirections and all.',
    min: 1,
    max: 900_000,
    default: 30_000,
  }),
  egressResponseBytesMax: byteSize({
    summary: 'The largest body of a response.',
    min: 1,
    max: fetchBounds.responseBytesMax,
    default: 4 * megabyte,
  }),
  egressRunBytesMax: byteSize({
    summary: 'The most bytes of bodies that the fetches of one run send and receive together.',
    min: 1,
    max: 64 * megabyte,
    default: 64 * megabyte,
  }),
};

type Values = ValuesOf<typeof egressSettings>;

export function readEgressOptions<Table extends SettingsTable & typeof egressSettings>(
  values: Values,
  surroundings: Surroundings,
  relations: Relations<Table>,
): EgressOptions {
  const rules = values.egressAllow.map((text) => {
    const rule = parseEgressRule(text);
    relations.assert(rule !== undefined, ['egressAllow'], `must be an origin and methods: ${text}`);
    return rule;
  });
  const allowedRanges = values.egressAllowAddresses.map((text) => {
    const range = parseAllowedRange(text);
    relations.assert(range !== undefined, ['egressAllowAddresses'], `must be a range: ${text}`);
    return range;
  });
  return {
    rules: rules.filter((rule) => rule !== undefined),
    allowedRanges: allowedRanges.filter((range) => range !== undefined),
    secrets: readSecrets(values.egressSecrets, surroundings, relations),
    requestMsMax: values.egressRequestMsMax,
    responseBytesMax: values.egressResponseBytesMax,
    runBytesMax: values.egressRunBytesMax,
  };
}

function readSecrets<Table extends SettingsTable & typeof egressSettings>(
  texts: readonly string[],
  surroundings: Surroundings,
  relations: Relations<Table>,
): Secret[] {
  const assert = (isKept: boolean, mustBe: string): void =>
    relations.assert(isKept, ['egressSecrets'], mustBe);
  const names = new Set<string>();
  return texts.map((text) => {
    const [place = '', ...originTexts] = text.split(/ +/);
    const name = place.slice(0, place.indexOf('='));
    assert(secretNamePattern.test(name), `must begin with a name of letters and digits: ${name}`);
    assert(!names.has(name), `must have each name once: ${name}`);
    names.add(name);
    const origins = originTexts.map((origin) => {
      const rule = parseEgressRule(origin);
      assert(rule !== undefined, `must be sent to origins: ${origin}`);
      return rule;
    });
    const value = readSecretFile(place.slice(name.length + 1), surroundings, assert);
    return new Secret(
      name,
      value,
      origins.filter((rule) => rule !== undefined),
    );
  });
}

function readSecretFile(
  path: string,
  surroundings: Surroundings,
  assert: (isKept: boolean, mustBe: string) => void,
): string {
  try {
    const value = surroundings.readTextFile(path).trim();
    assert(secretPattern.test(value), `must be 8 to 8,192 printable ASCII characters: ${path}`);
    return value;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    assert(false, `could not be read: ${reason}`);
    return '';
  }
}
