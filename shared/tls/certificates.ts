/** What PEM files hold, checked: a certificate with its key, or the authorities that are trusted. */
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';

/** Whoever has it can prove to be whom the certificate names. */
export interface Identity {
  /** The chain, the own certificate first. */
  readonly certificate: Buffer;
  readonly privateKey: Buffer;
  /** Milliseconds since 1970. */
  readonly expiresAtMs: number;
}

export interface Authorities {
  readonly pem: Buffer;
  readonly certificates: readonly X509Certificate[];
}

const certificateBegin = '-----BEGIN CERTIFICATE-----';
const certificatePattern = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** Throws where the texts are no certificate and key, or not of each other. */
export function identityOf(certificatePem: string, keyPem: string): Identity {
  const [own] = certificatesIn(certificatePem);
  if (!own) throw new Error('there is no certificate in it');
  const privateKey = keyIn(keyPem);
  if (!own.checkPrivateKey(privateKey)) throw new Error('the key is not that of the certificate');
  return {
    certificate: Buffer.from(certificatePem),
    privateKey: Buffer.from(keyPem),
    expiresAtMs: own.validToDate.getTime(),
  };
}

/** Throws where there is none. Certificates that are of no authority are no use and refused. */
export function authoritiesOf(pem: string): Authorities {
  const certificates = certificatesIn(pem);
  if (certificates.length === 0) throw new Error('there is no certificate in it');
  for (const { ca: isAuthority, subject } of certificates)
    if (!isAuthority) throw new Error(`it holds a certificate of no authority: ${subject}`);
  return { pem: Buffer.from(certificates.map(String).join('')), certificates };
}

/**
 * Whether one of these authorities itself signed the certificate. By name and by signature: an
 * authority that others trust may have the name of one of these.
 */
export function isIssuedBy(certificate: X509Certificate, authorities: Authorities): boolean {
  return authorities.certificates.some(
    (authority) => certificate.checkIssued(authority) && certificate.verify(authority.publicKey),
  );
}

const namePattern = /^URI:isopod:(node|tenant):([A-Za-z0-9][A-Za-z0-9._-]{0,63})$/;
/** Somebody wanted to write one, or to have one read. */
const meantForUs = /:"?isopod:|isopod:(?:node|tenant)/i;

/** Whom a certificate is for, beside a name: `URI:isopod:KIND:ID` among its alternatives. */
export interface IsopodNames {
  readonly nodeIds: readonly string[];
  readonly tenantIds: readonly string[];
}

/**
 * Undefined where one of them cannot be read. One that names nobody is for anybody; that shall not
 * come of a mistake in a name.
 */
export function isopodNamesOf({
  subjectAltName = '',
}: Pick<X509Certificate, 'subjectAltName'>): IsopodNames | undefined {
  const names = { nodeIds: [] as string[], tenantIds: [] as string[] };
  for (const name of alternativesIn(subjectAltName)) {
    if (!meantForUs.test(name)) continue;
    const [, kind, id = ''] = namePattern.exec(name) ?? [];
    if (kind === undefined) return undefined;
    names[kind === 'node' ? 'nodeIds' : 'tenantIds'].push(id);
  }
  return names;
}

/** One with a comma in it is quoted, as JSON is. */
function alternativesIn(subjectAltName: string): string[] {
  return subjectAltName.match(/(?:[^,"]|"(?:[^"\\]|\\.)*")+/g)?.map((one) => one.trim()) ?? [];
}

/** Throws also where one is cut off, as in a file that is still being written. */
function certificatesIn(pem: string): X509Certificate[] {
  const whole = pem.match(certificatePattern) ?? [];
  if (pem.split(certificateBegin).length - 1 > whole.length)
    throw new Error('a certificate in it is cut off');
  return whole.map((one) => new X509Certificate(one));
}

function keyIn(pem: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch {
    // What it says may quote the text.
    throw new Error('there is no private key in it that can be used without a passphrase');
  }
}
