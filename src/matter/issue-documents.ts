/** Issues the documents of a prepared act: numbers them, sets the decision's text, renders and stores them. */
import { decisionTerms } from '../document/decision-terms.ts';
import type { DecisionFrame } from '../document/decision-lines.ts';
import { decisionParts, hasText } from '../document/decision-text.ts';
import { plainDate } from '../calendar/plain-date.ts';
import type { IssuedDocument, Issuer } from '../document/issue.ts';
import { titleOf, type Values } from '../document/document.ts';
import { formatDocumentNumber } from '../document/number.ts';
import type { Secret } from '../document/sensitive.ts';
import { isBlank, isObject } from '../document/values.ts';
import type { Json } from '../ledger/canonical-json.ts';
import type { Database } from '../platform/db/pool.ts';
import { caseContext } from './case-context.ts';
import type { CaseFile } from './case-file.ts';
import { caseSecrets } from './case-secrets.ts';
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
    const day = plainDate(request.at.slice(0, 10));
    const terms = decisionTerms(context.law, context.pack, day);
    const issued: IssuedDocument[] = [];
    const numbers = await allot(documents, db, context.bureau.id, bureau.shortName, day);
    for (const [index, document] of documents.entries()) {
      const number = numbers[index] ?? null;
      const internal = document.template.numberWord === null;
      const values = withNumbers(document, number, documents, numbers);
      issued.push(
        await issuer.issue({
          template: document.template,
          values,
          bureau,
          number: internal ? null : number,
          internalNumber: internal ? number : null,
          date: day,
          terms,
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
          decisionText(
            document,
            values,
            { bureauName: context.bureau.profile.name, number, date: day, terms },
            caseSecrets(file, context.templates),
          ),
        );
    }
    data['documents'] = issued as unknown as Json; // plain values
    return data;
  };
}

/** The numbers of the documents, in their order; null for those that carry none. */
async function allot(
  documents: readonly PreparedDocument[],
  db: Database,
  bureau: string,
  shortName: string,
  day: string,
): Promise<(string | null)[]> {
  const taken = new Map<string, number>();
  const numbers: (string | null)[] = [];
  for (const { word } of documents) {
    const year = Number(day.slice(0, 4));
    numbers.push(word === null ? null : await nextNumber(db, bureau, shortName, word, year, taken));
  }
  return numbers;
}

/**
 * The values with the document's own number, with those of the documents it names, and, in a receipt, with
 * the numbers of the papers issued by the same act: nobody can know them before.
 */
function withNumbers(
  { values, numberField, numbers: named }: PreparedDocument,
  own: string | null,
  documents: readonly PreparedDocument[],
  numbers: readonly (string | null)[],
): Values {
  const of = (fits: (document: PreparedDocument) => boolean): string | null =>
    numbers[documents.findIndex(fits)] ?? null;
  const filled: Record<string, unknown> = { ...values };
  if (numberField !== null && own !== null) filled[numberField] = own;
  for (const [field, code] of Object.entries(named)) {
    const number = of(({ template }) => template.code === code);
    if (number !== null) filled[field] = number;
  }
  const listed = values['documents'];
  if (Array.isArray(listed))
    filled['documents'] = listed.map((row: unknown) => {
      if (!isObject(row) || !isBlank(row['number'])) return row;
      const number = of((one) => titleOf(one.template, one.values) === row['title']);
      return number === null ? row : { ...row, number };
    });
  return filled;
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
  frame: DecisionFrame,
  known: readonly Secret[],
): Record<string, Json> {
  const { bureauName: authority, number } = frame;
  const head: Record<string, Json> = { authority, ...(number === null ? {} : { number }) };
  if (!hasText(document.template)) return head;
  const parts = decisionParts(document.template, values, frame, known);
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
