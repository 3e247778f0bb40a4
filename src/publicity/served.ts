/** The decision as it was served, read off the file. */
import { penaltyRows, penaltyWords, readPenalties } from '../document/penalty.ts';
import type { DataOf, Penalty } from '../matter/act-data.ts';
import type { CaseFile } from '../matter/case-file.ts';
import { partySecrets, type Secret } from '../document/sensitive.ts';
import { lastOf } from '../matter/matter.ts';
import { PUBLIC_TEXTS } from './publicity.texts.ts';
import type { ServedDecision, ServedSegment } from './entry.ts';

/** What the desk records with a decision beside what the rules read. */
export interface ServedData {
  /** The bureau's full name as printed. */
  readonly authority: string;
  readonly textStyles: readonly string[];
  readonly text: readonly (readonly ServedSegment[])[];
}

/** The served decision; null while there is none with a number. */
export function servedDecision(file: CaseFile): ServedDecision | null {
  const decision = lastOf(file.matter, 'decision.made');
  const number = decision?.data.number;
  if (!decision || number === undefined) return null;
  const data = decision.data as DataOf<'decision.made'> & Partial<ServedData>;
  const values = file.documents.find((document) => document.number === number)?.values ?? {};
  return {
    number,
    authority: data.authority ?? '',
    violation: words(values['violation-type']) || file.matter.subject.matter,
    penaltyWords: penaltyText(values['penalties'], data.penalty),
    violated: words(values['violated']),
    basis: words(values['basis']),
    decidedOn: decision.at.day,
    styles: data.textStyles ?? [],
    text: data.text ?? [],
    secrets: [...markedIn(data.text ?? []), ...partySecrets(file.begun.party)],
  };
}

/** What was marked in the text when it was served. */
function markedIn(text: ServedDecision['text']): Secret[] {
  return text
    .flat()
    .flatMap((segment) =>
      segment.sensitive === undefined ? [] : [{ text: segment.text, sensitive: segment.sensitive }],
    );
}

/** The penalty in words: as the decision lists it, else from its amounts and kinds. */
function penaltyText(rows: unknown, penalty: Penalty | undefined): string {
  const listed = readPenalties(rows);
  const all = listed.length > 0 ? listed : penaltyRows(penalty ?? {});
  return all.length === 0 ? PUBLIC_TEXTS.noPenalty : all.map(penaltyWords).join('；');
}

function words(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
