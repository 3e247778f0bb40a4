/** Issuing documents: checked, numbered, rendered, stored durably, and described for the act that seals them. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalize, type Json } from '../ledger/canonical-json.ts';
import type { DecisionTerms } from './decision-terms.ts';
import type { IssuingBureau } from './print.ts';
import type { DocumentTemplate, Values } from './document.ts';
import { titleOf } from './document.ts';
import type { Renderer } from './render.ts';

/** Where bytes are kept: durable when the promise resolves, and named by what they are. */
export interface ByteStore {
  put(bytes: Uint8Array, type: string): Promise<StoredBytes>;
}

export interface StoredBytes {
  readonly sha256: string;
  readonly sm3: string;
  readonly size: number;
}

/** A document as its act records it. */
export interface IssuedDocument {
  readonly code: string;
  readonly form: number | null;
  readonly title: string;
  readonly number: string | null;
  readonly pages: number;
  readonly pdf: StoredBytes;
  readonly valuesHash: string;
  readonly templateHash: string;
  readonly values: Record<string, Json>;
}

export interface IssueRequest {
  readonly template: DocumentTemplate;
  readonly values: Values;
  readonly bureau: IssuingBureau;
  readonly number: string | null;
  /** Number of an internal form, shown in its own field and not at its head. */
  readonly internalNumber: string | null;
  readonly date: string;
  readonly createdAt: string;
  readonly qr: string | null;
  readonly terms: DecisionTerms;
}

export interface Issuer {
  issue(request: IssueRequest): Promise<IssuedDocument>;
}

export function createIssuer(root: string, renderer: Renderer, store: ByteStore): Issuer {
  const hashes = new Map<string, string>();
  const templateHash = (folder: string): string => {
    const known = hashes.get(folder) ?? hashFolders(root, [folder, 'lib']);
    hashes.set(folder, known);
    return known;
  };
  return {
    async issue({ internalNumber, template, ...sheet }) {
      const { values, number } = sheet;
      const rendered = await renderer.renderDocument({ kind: template, ...sheet });
      const pdf = await store.put(rendered.pdf, 'application/pdf');
      const kept = values as Record<string, Json>; // checked values are JSON
      return {
        code: template.code,
        form: template.no,
        title: titleOf(template, values),
        number: number ?? internalNumber,
        pages: rendered.pages,
        pdf: { sha256: pdf.sha256, sm3: pdf.sm3, size: pdf.size },
        valuesHash: valuesHash(kept),
        templateHash: templateHash(template.folder),
        values: kept,
      };
    },
  };
}

/** Lower-case hex SHA-256 of the canonical values. */
export function valuesHash(values: Record<string, Json>): string {
  return createHash('sha256').update(canonicalize(values)).digest('hex');
}

/** One hash over all files of some folders below `templates/`. */
function hashFolders(root: string, folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders)
    for (const name of readdirSync(join(root, 'templates', folder)).sort()) {
      hash.update(`${folder}/${name}\n`);
      hash.update(readFileSync(join(root, 'templates', folder, name)));
    }
  return hash.digest('hex');
}
