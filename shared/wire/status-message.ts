/**
 * google.rpc.Status, with those of its standard details that we use, field by field: no package we
 * depend on ships these messages, and to read .proto files of them would be 50 ms of the start of
 * every program that may see an error.
 *
 * https://github.com/googleapis/googleapis/tree/master/google/rpc: status, error_details
 */
import type { FieldViolation, QuotaViolation } from '../errors/isopod-error.ts';
import type { WireDuration } from './duration.ts';
import { ProtoReader } from './proto-reader.ts';
import { ProtoWriter } from './proto-writer.ts';

export interface StatusMessage {
  readonly code: number;
  readonly message: string;
  readonly details: readonly StatusDetail[];
}

export type StatusDetail =
  | { readonly name: 'ErrorInfo'; readonly reason: string; readonly domain: string }
  | { readonly name: 'BadRequest'; readonly fieldViolations: readonly FieldViolation[] }
  | { readonly name: 'QuotaFailure'; readonly violations: readonly QuotaViolation[] }
  | { readonly name: 'RetryInfo'; readonly retryDelay: WireDuration };

/** A field's number with what follows it: a number, or a length and as many bytes. */
const varint = (field: number): number => field << 3;
const sized = (field: number): number => (field << 3) | 2;

const typePrefix = 'type.googleapis.com/google.rpc.';
/** Of a length: the writer makes room for others. */
const likelyWidth = 1;

const writer = new ProtoWriter();

export function writeStatus({ code, message, details }: StatusMessage): Buffer {
  writer.start();
  writer.int32(varint(1), code);
  writer.string(sized(2), message);
  for (const detail of details)
    nested(3, () => {
      writer.string(sized(1), `${typePrefix}${detail.name}`);
      nested(2, () => writeDetail(detail));
    });
  return writer.finish();
}

function writeDetail(detail: StatusDetail): void {
  switch (detail.name) {
    case 'ErrorInfo':
      writer.string(sized(1), detail.reason);
      writer.string(sized(2), detail.domain);
      return;
    case 'BadRequest':
      for (const { field, description } of detail.fieldViolations)
        nested(1, () => {
          writer.string(sized(1), field);
          writer.string(sized(2), description);
        });
      return;
    case 'QuotaFailure':
      for (const { subject, description, quotaId } of detail.violations)
        nested(1, () => {
          writer.string(sized(1), subject);
          writer.string(sized(2), description);
          writer.string(sized(5), quotaId);
        });
      return;
    case 'RetryInfo':
      nested(1, () => {
        writer.int64(varint(1), detail.retryDelay.seconds);
        writer.int32(varint(2), detail.retryDelay.nanos);
      });
      return;
  }
}

function nested(field: number, write: () => void): void {
  const start = writer.begin(sized(field), likelyWidth);
  write();
  writer.end(start, likelyWidth);
}

/** Details of other types are left out. Throws WireError where the bytes are no message. */
export function readStatus(bytes: Buffer): StatusMessage {
  let code = 0;
  let message = '';
  const details: StatusDetail[] = [];
  readFields(bytes, {
    [varint(1)]: (reader) => {
      code = reader.int32();
    },
    [sized(2)]: (reader) => {
      message = reader.string();
    },
    [sized(3)]: (reader) => details.push(...readDetail(reader.bytes())),
  });
  return { code, message, details };
}

/** Of google.protobuf.Any: one or none. */
function readDetail(bytes: Buffer): StatusDetail[] {
  let type = '';
  let value: Buffer = Buffer.alloc(0);
  readFields(bytes, {
    [sized(1)]: (reader) => {
      type = reader.string();
    },
    [sized(2)]: (reader) => {
      value = reader.bytes();
    },
  });
  if (!type.startsWith(typePrefix)) return [];
  switch (type.slice(typePrefix.length)) {
    case 'ErrorInfo': {
      const [reason, domain] = readTexts(value);
      return [{ name: 'ErrorInfo', reason, domain }];
    }
    case 'BadRequest':
      return [{ name: 'BadRequest', fieldViolations: readFieldViolations(value) }];
    case 'QuotaFailure':
      return [{ name: 'QuotaFailure', violations: readQuotaViolations(value) }];
    case 'RetryInfo':
      return [{ name: 'RetryInfo', retryDelay: readRetryDelay(value) }];
    default:
      return [];
  }
}

function readFieldViolations(bytes: Buffer): FieldViolation[] {
  const violations: FieldViolation[] = [];
  readFields(bytes, {
    [sized(1)]: (reader) => {
      const [field, description] = readTexts(reader.bytes());
      violations.push({ field, description });
    },
  });
  return violations;
}

function readQuotaViolations(bytes: Buffer): QuotaViolation[] {
  const violations: QuotaViolation[] = [];
  readFields(bytes, {
    [sized(1)]: (reader) => {
      const violation = reader.bytes();
      const [subject, description] = readTexts(violation);
      let quotaId = '';
      readFields(violation, {
        [sized(5)]: (field) => {
          quotaId = field.string();
        },
      });
      violations.push({ subject, description, quotaId });
    },
  });
  return violations;
}

function readRetryDelay(bytes: Buffer): WireDuration {
  let seconds = 0;
  let nanos = 0;
  const duration: Fields = {
    [varint(1)]: (reader) => {
      seconds = reader.int64();
    },
    [varint(2)]: (reader) => {
      nanos = reader.int32();
    },
  };
  readFields(bytes, { [sized(1)]: (reader) => readFields(reader.bytes(), duration) });
  return { seconds, nanos };
}

/** The fields 1 and 2 of a message of texts. */
function readTexts(bytes: Buffer): [first: string, second: string] {
  const texts: [string, string] = ['', ''];
  readFields(bytes, {
    [sized(1)]: (reader) => {
      texts[0] = reader.string();
    },
    [sized(2)]: (reader) => {
      texts[1] = reader.string();
    },
  });
  return texts;
}

type Fields = Readonly<Record<number, (reader: ProtoReader) => void>>;

function readFields(bytes: Buffer, fields: Fields): void {
  const reader = new ProtoReader(bytes);
  while (reader.hasMore) {
    const tag = reader.uint32();
    const read = fields[tag];
    if (read) read(reader);
    else reader.skip(tag);
  }
}
