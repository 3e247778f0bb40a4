/** What was put before the head, in a line or two for the stream: the answers and the substance of the papers asked for. Pure. */
import type { RecordedAct } from '../act/act.ts';
import type { DocumentTemplate } from '../document/document.ts';
import type { ActCode } from './act-data.ts';
import type { ActForm } from './act-form.ts';
import type { ActRequest } from './prepare-act.ts';
import { answerWords } from './gist.ts';
import { paperGist } from './paper-gist.ts';

export interface AskedWords {
  /** The form of an act by its code. */
  readonly formOf: (act: ActCode) => Pick<ActForm, 'fields'>;
  /** Words for exhibits and people by their ids. */
  readonly names: ReadonlyMap<string, string>;
  readonly templates: ReadonlyMap<string, DocumentTemplate>;
}

/** The substance of a request for approval as `label：answer`; empty for any other act. */
export function askedGist(
  { type, data }: Pick<RecordedAct, 'type' | 'data'>,
  { formOf, names, templates }: AskedWords,
): string[] {
  if (type !== 'approval.requested') return [];
  const asked = data as unknown as {
    readonly act: ActCode;
    readonly data: Pick<ActRequest, 'fields' | 'documents'>;
  }; // recorded by the service
  const { fields, documents } = asked.data;
  return [
    ...formOf(asked.act).fields.flatMap((field) => {
      const words = field.type === 'act' ? null : answerWords(field, fields[field.name], names);
      return words === null ? [] : [`${field.label}：${words}`];
    }),
    ...Object.entries(documents).flatMap(([code, values]) =>
      paperGist({ code, values }, templates.get(code)),
    ),
  ];
}
