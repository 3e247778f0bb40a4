import { pack } from '../../test/support/script.ts';
import { plainDate } from '../calendar/plain-date.ts';
import { findRoot } from '../platform/package-root.ts';
import { loadSample, loadSampleContext, loadTemplates } from './catalogue.ts';
import { decisionTerms } from './decision-terms.ts';
import type { DocumentTemplate } from './document.ts';
import type { RenderRequest } from './render.ts';

/** The installed forms with their samples, for the tests of this feature. */

export const root = findRoot();
export const templates = loadTemplates(root);
export const { bureau } = loadSampleContext(root);
/** What the law of the sample's bureau says on the day of the samples. */
export const terms = decisionTerms(pack.law('licheng'), pack, plainDate('2026-09-23'));

/** The installed kind of a code. @throws Error when it is not installed */
export function templateOf(code: string): DocumentTemplate {
  const found = templates.get(code);
  if (!found) throw new Error(`not installed: ${code}`);
  return found;
}

/** Sample values of a kind, free to change. */
export function sampleValues(kind: DocumentTemplate): Record<string, unknown> {
  return structuredClone({ ...loadSample(root, kind).values });
}

/** A request to render the sample of a kind. */
export function sampleRequest(
  kind: DocumentTemplate,
  changes: Partial<RenderRequest> = {},
): RenderRequest {
  const { number, date, qr, values } = loadSample(root, kind);
  return {
    kind,
    values,
    bureau,
    number,
    date,
    terms,
    qr,
    createdAt: `${date}T10:00:00+08:00`,
    ...changes,
  };
}

/** The same with some values exchanged. */
export function sampleWith(code: string, values: object): RenderRequest {
  const whole = sampleRequest(templateOf(code));
  return { ...whole, values: { ...whole.values, ...values } };
}

/** Text without white space: lines break where the layout wants. */
export function squeeze(text: string): string {
  return text.replace(/\s/g, '');
}
