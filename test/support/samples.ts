/** Sample values of documents, as somebody fills them in. */
import { loadSample, loadTemplates } from '../../src/document/catalogue.ts';
import type { Values } from '../../src/document/document.ts';

const root = new URL('../..', import.meta.url).pathname;
const templates = loadTemplates(root);

/** The sample values of a document, without what the file itself knows better. */
export function sample(code: string, more: Values = {}): Values {
  const template = templates.get(code);
  if (!template) throw new Error(`no template ${code}`);
  const own = new Set([
    'party',
    'handlers',
    'inspectors',
    'interrogators',
    'collectors',
    'deliverers',
    'hearers',
    'recipient',
    'case-name',
    'cause',
    'unit',
    'head',
  ]);
  const values = Object.fromEntries(
    Object.entries(loadSample(root, template).values).filter(([name]) => !own.has(name)),
  );
  return { ...values, ...more };
}
