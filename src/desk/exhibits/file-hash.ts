/** The SHA-256 of a file as this device has it, so that the server can tell when something else arrives. */

/** Larger files are not read twice here; the server's own hashes still seal them. Bytes. */
const LARGEST = 256 * 1024 * 1024;

/** Lower-case hex; null for large files, and where the browser does not offer it. */
export async function fileHash(file: Blob): Promise<string | null> {
  if (file.size > LARGEST || !globalThis.isSecureContext) return null;
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
