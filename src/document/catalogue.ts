import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extendKind, KindError, parseKind } from './document.schema.ts';
import type { CaseContext } from './context.ts';
import type { DocumentTemplate, Values } from './document.ts';
import { isObject } from './values.ts';

/** The kinds of documents installed below `templates/`. */

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/**
 * Reads every kind below `templates/`, sorted by folder name, with the bureau's extensions applied.
 *
 * @param root folder of the package
 * @param extensions what the bureau adds, one entry a kind (see `templates/README.md`)
 * @throws KindError when a `document.json` or an extension is faulty, a code is used twice, or an extension fits no kind
 */
export function loadTemplates(
  root: string,
  extensions: readonly unknown[] = [],
): ReadonlyMap<string, DocumentTemplate> {
  const folder = join(root, 'templates');
  const kinds = new Map<string, DocumentTemplate>();
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name, 'document.json');
    if (!existsSync(path)) continue;
    const kind = parseKind(readJson(path));
    if (kinds.has(kind.code)) throw new KindError(name, [`${kind.code} is used twice`]);
    kinds.set(kind.code, { ...kind, folder: name });
  }
  for (const extension of extensions) {
    const code = isObject(extension) ? extension['code'] : undefined;
    const kind = typeof code === 'string' ? kinds.get(code) : undefined;
    if (!kind) throw new KindError('extension', [`no kind ${String(code)}`]);
    kinds.set(kind.code, extendKind(kind, extension));
  }
  return kinds;
}

/** A complete example of a document, with synthetic people and firms. */
export interface Sample {
  readonly number: string | null;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly qr: string | null;
  readonly values: Values;
}

/**
 * The example kept beside a template.
 *
 * @throws Error when the file is missing or not of this shape
 */
export function loadSample(root: string, template: DocumentTemplate): Sample {
  const path = join(root, 'templates', template.folder, 'sample.json');
  const json = readJson(path);
  const { number, date, qr, values } = isObject(json) ? json : {};
  if (typeof date !== 'string' || !isObject(values)) throw new Error(`not a sample: ${path}`);
  return {
    number: typeof number === 'string' ? number : null,
    date,
    qr: typeof qr === 'string' ? qr : null,
    values,
  };
}

/** The case the examples come from, as a context to prefill from. */
export function loadSampleContext(root: string): CaseContext {
  // The file belongs to the installation; the test of this feature holds it to the type.
  return readJson(join(root, 'templates', 'sample-context.json')) as CaseContext;
}
