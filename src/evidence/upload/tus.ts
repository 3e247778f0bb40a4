/** Headers of the resumable upload protocol tus 1.0.0, https://tus.io/protocols/resumable-upload. Pure. */

/** The version this server speaks, and the only one there is. */
export const TUS_VERSION = '1.0.0';
export const TUS_EXTENSIONS = 'creation,expiration,checksum,termination';
/** SHA-1 is the one every client may count on. It only guards against accidents on the way. */
export const CHECKSUM_ALGORITHMS = ['sha1', 'sha256'] as const;
export type ChecksumAlgorithm = (typeof CHECKSUM_ALGORITHMS)[number];

export interface Checksum {
  readonly algorithm: ChecksumAlgorithm;
  /** Base64, as sent */
  readonly digest: string;
}

/** A count of bytes: decimal digits and nothing else; null when it is not one. */
export function readCount(header: string | undefined): number | null {
  if (header === undefined || !/^\d{1,15}$/u.test(header)) return null;
  return Number(header);
}

/**
 * `Upload-Metadata`: pairs of a key and a value in Base64, with commas between; null when malformed or not UTF-8.
 *
 * Example: `filename 54Wn54mHLmpwZw==,filetype aW1hZ2UvanBlZw==` holds the name 照片.jpg.
 */
export function readMetadata(header: string | undefined): ReadonlyMap<string, string> | null {
  const pairs = new Map<string, string>();
  if (header === undefined || header.trim() === '') return pairs;
  for (const pair of header.split(',')) {
    const [key = '', value = '', ...rest] = pair.trim().split(' ');
    const text = readBase64Text(value);
    if (key === '' || rest.length > 0 || text === null || pairs.has(key)) return null;
    pairs.set(key, text);
  }
  return pairs;
}

/** `Upload-Checksum`: null without one, `unknown` when malformed or of another algorithm. */
export function readChecksum(header: string | undefined): Checksum | null | 'unknown' {
  if (header === undefined) return null;
  const [name, digest = '', ...rest] = header.trim().split(' ');
  const algorithm = CHECKSUM_ALGORITHMS.find((one) => one === name);
  if (!algorithm || rest.length > 0 || digest === '' || !BASE64.test(digest)) return 'unknown';
  return { algorithm, digest };
}

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/u;

function readBase64Text(text: string): string | null {
  if (!BASE64.test(text)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      Buffer.from(text, 'base64'),
    );
  } catch {
    return null;
  }
}
