/** Issues the documents of a prepared act: numbers them, sets the decision's text, renders and stores them. */
import { decisionParts, isFlowing } from '../document/decision-text.ts';
import type { IssuedDocument, Issuer } from '../document/issue.ts';
import { formatDocumentNumber } from '../document/number.ts';
import type { Json } from '../ledger/canonical-json.ts';
import type { Database } from '../platform/db/pool.ts';
import { caseContext } from './case-context.ts';
import type { CaseFile } from './case-file.ts';
import type { ActRequest, PrepareContext, PreparedAct, PreparedDocument } from './prepare-act.ts';

/** The data of the act with everything its documents add. */
export type IssueDocuments = (
  file: CaseFile,
  request: ActRequest,
  prepared: PreparedAct,
  context: PrepareContext,
) => Promise<Record<string, Json>>;

export interface IssueOptions {
  readonly db: Database;
  readonly issuer: Issuer;
  /** Address of the portal without a slash at the end, for the code printed on documents. */
  readonly publicUrl: string;
  /** Documents the system makes by itself for an act. */
  readonly generate: (
    file: CaseFile,
    request: ActRequest,
    prepared: PreparedAct,
    context: PrepareContext,
  ) => Promise<readonly PreparedDocument[]>;
}

export function createIssueDocuments({
  db,
  issuer,
  publicUrl,
  generate,
}: IssueOptions): IssueDocuments {
  return async (file, request, prepared, context) => {
    const data: Record<string, Json> = { ...prepared.data };
    const documents = [
      ...prepared.documents,
      ...(await generate(file, request, prepared, context)),
    ];
    if (documents.length === 0) return data;
    const bureau = caseContext(file, context).bureau;
    const day = request.at.slice(0, 10);
    const issued: IssuedDocument[] = [];
    const taken = new Map<string, number>();
    for (const document of documents) {
      const number =
        document.word === null
          ? null
          : await nextNumber(
              db,
              context.bureau.id,
              bureau.shortName,
              document.word,
              Number(day.slice(0, 4)),
              taken,
            );
      const internal = document.template.numberWord === null;
      const values =
        document.numberField !== null && number !== null
          ? { ...document.values, [document.numberField]: number }
          : document.values;
      issued.push(
        await issuer.issue({
          template: document.template,
          values,
          bureau,
          number: internal ? null : number,
          internalNumber: internal ? number : null,
          date: day,
          createdAt: request.at,
          qr:
            number === null || internal
              ? null
              : `${publicUrl}/${context.bureau.id}/check?number=${encodeURIComponent(number)}`,
        }),
      );
      if (request.act === 'decision.made')
        Object.assign(
          data,
          decisionText(document, values, context.bureau.profile.name, number, day),
        );
    }
    data['documents'] = issued as unknown as Json; // plain values
    return data;
  };
}

/** The next number of a word and year; another command may take it first, then the commit is tried again. */
async function nextNumber(
  db: Database,
  bureau: string,
  shortName: string,
  word: string,
  year: number,
  taken: Map<string, number>,
): Promise<string> {
  const key = `${word} ${year}`;
  let last = taken.get(key);
  if (last === undefined) {
    const [row] = await db.query<{ serial: number | null }>('desk', bureau, {
      name: 'last-serial',
      text: 'select max(serial) as serial from facts.document_number where bureau_id = $1 and word = $2 and year = $3',
      values: [bureau, word, year],
    });
    last = row?.serial ?? 0;
  }
  taken.set(key, last + 1);
  return formatDocumentNumber({ bureau: shortName, word, year, serial: last + 1 });
}

/** Number, text and styles of a decision, as it will be served. */
function decisionText(
  document: PreparedDocument,
  values: PreparedDocument['values'],
  authority: string,
  number: string | null,
  date: string,
): Record<string, Json> {
  const head: Record<string, Json> = { authority, ...(number === null ? {} : { number }) };
  if (!isFlowing(document.template)) return head;
  const parts = decisionParts(document.template, values, { bureauName: authority, number, date });
  return {
    ...head,
    textStyles: parts.map((part) => part.style),
    text: parts.map((part) =>
      part.paragraph.map(
        (segment): Json =>
          segment.sensitive
            ? { text: segment.text, sensitive: segment.sensitive }
            : { text: segment.text },
      ),
    ),
  };
}
