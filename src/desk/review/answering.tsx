/** The answers: every item of the review, the opinion made of them, the conclusion, the signature. */
import { useMemo, useRef, useState } from 'react';
import type { FormDocumentView, MatterView } from '../../matter/matter.api.ts';
import { useSession } from '../account/session.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useKeys } from '../keys/use-keys.ts';
import { useDraft } from '../api/use-draft.ts';
import { Loaded } from '../parts/loaded.tsx';
import { Lines } from '../parts/lines.tsx';
import { roundOf, submittedMaterials } from './files.ts';
import { ItemRow } from './item-row.tsx';
import { ItemsHead } from './items-head.tsx';
import { OpinionPanel } from './opinion-panel.tsx';
import { findingsByItem, type ItemFinding } from './findings.ts';
import { LICENCE_PHRASE } from './licence.ts';
import {
  EMPTY_DRAFT,
  readDraft,
  type ReviewDraft,
  type ReviewSources,
  unitHeads,
} from './review-draft.ts';
import { formGrounds, REVIEW_FORM, type ReviewItem, reviewItems } from './review-form.ts';
import { REVIEW_TEXTS as T } from './review.texts.ts';
import type { Reading } from './use-reading.ts';

/** The keys of the items in their order; 武定 asks eleven. */
const ITEM_KEYS = [...'1234567890-'];

interface AnsweringProps {
  readonly matter: MatterView;
  readonly reading: Reading;
}

export function Answering({ matter, reading }: AnsweringProps) {
  const form = useAnswer('Form', `/matters/${matter.id}/forms/review.concluded`);
  return (
    <Loaded of={form}>
      {({ documents }) => {
        const sheet = documents.find(({ code }) => code === REVIEW_FORM);
        return sheet ? <Sheet matter={matter} reading={reading} sheet={sheet} /> : null;
      }}
    </Loaded>
  );
}

interface SheetProps extends AnsweringProps {
  readonly sheet: FormDocumentView;
}

function Sheet({ matter, reading, sheet }: SheetProps) {
  const round = roundOf(matter);
  const kept = useDraft<ReviewDraft>(`review:${matter.id}:${round}`, EMPTY_DRAFT, readDraft);
  const kind = kindOf(matter, sheet);
  const items = useMemo(() => reviewItems(sheet, kind), [sheet, kind]);
  const asked = items.filter(({ isAsked }) => isAsked).length;
  const found = useFindings(matter.id, items);
  const sources = useSources(matter, sheet, reading.draftPages, found);
  const [at, setAt] = useState(0);
  const rows = useRef<HTMLDivElement>(null);
  const item = items[at];
  const { value: draft } = kept;
  const change = (make: (now: ReviewDraft) => ReviewDraft): void => kept.set(make(draft));

  const choose = (index: number): void => {
    setAt(index);
    rowAt(rows.current, index)?.scrollIntoView({ block: 'nearest' });
  };
  const answer = (index: number, value: string): void => {
    const one = items[index];
    if (!one) return;
    setAt(index);
    change((now) => ({ ...now, answers: { ...now.answers, [one.name]: value } }));
  };
  const byKey = (value: string) => (): void => {
    answer(at, value);
    if (value === 'not-met') focusNote(rows.current, at);
    else choose(Math.min(at + 1, asked - 1));
  };
  useKeys({
    ...Object.fromEntries(
      ITEM_KEYS.slice(0, asked).map((key, index) => [key, () => choose(index)]),
    ),
    J: () => choose(Math.min(at + 1, asked - 1)),
    K: () => choose(Math.max(at - 1, 0)),
    M: byKey('met'),
    B: byKey('not-met'),
    N: byKey('not-applicable'),
    O: () => {
      const cited = item && draft.citations[item.name];
      if (cited) reading.open(cited.file, cited.page);
      else openNext(reading);
    },
    V: playVideo,
  });

  const row = (one: ReviewItem, index: number) => (
    <ItemRow
      key={one.name}
      item={one}
      number={index + 1}
      draft={draft}
      finding={found[one.name]}
      isChosen={index === at}
      reading={reading}
      onChoose={() => setAt(index)}
      onAnswer={(value) => answer(index, value)}
      change={change}
    />
  );

  if (kept.state === 'finding') return <Lines count={8} />;
  return (
    <>
      <ItemsHead count={asked} kept={kept} />
      <div ref={rows}>
        <ol className="review-items">
          {items.slice(0, asked).map((one, index) => row(one, index))}
        </ol>
        {asked < items.length && (
          <details className="review-further">
            <summary>{T.further(items.length - asked)}</summary>
            <ol className="review-items">
              {items.slice(asked).map((one, index) => row(one, asked + index))}
            </ol>
          </details>
        )}
      </div>
      <OpinionPanel
        matter={matter}
        sheet={sheet}
        items={items}
        draft={draft}
        sources={sources}
        kept={kept}
        change={change}
      />
    </>
  );
}

function kindOf(matter: MatterView, sheet: FormDocumentView): string {
  const kind = sheet.values['review-kind'];
  return typeof kind === 'string' ? kind : matter.review.kind;
}

/** What the machine finds beside each item; nothing until it has answered. */
function useFindings(
  matter: string,
  items: readonly ReviewItem[],
): Readonly<Record<string, ItemFinding>> {
  const answer = useAnswer('ReviewFindings', `/matters/${matter}/review-findings`);
  return useMemo(() => findingsByItem(items, answer.data?.findings ?? []), [items, answer.data]);
}

/** What the file, the session and the register say for the form. */
function useSources(
  matter: MatterView,
  sheet: FormDocumentView,
  draftPages: number | null,
  found: Readonly<Record<string, ItemFinding>>,
): ReviewSources {
  const { person } = useSession();
  const people = useAnswer('People', '/people');
  const phrases = useAnswer('Phrases', '/phrases', { field: LICENCE_PHRASE });
  return useMemo(
    () => ({
      kind: kindOf(matter, sheet),
      round: roundOf(matter),
      grounds: formGrounds(matter.review.grounds, sheet),
      materials: submittedMaterials(matter, draftPages),
      reviewer: { name: person.name, post: person.post },
      heads: unitHeads(people.data?.people ?? [], { id: person.id, unit: person.unit.id }),
      licence: phrases.data?.phrases.find(({ own }) => own)?.content ?? '',
      against: Object.keys(found).filter((name) => found[name]?.says === 'not-met'),
    }),
    [matter, sheet, draftPages, person, people.data, phrases.data, found],
  );
}

function rowAt(list: HTMLElement | null, index: number): Element | undefined {
  return list?.querySelectorAll('.review-items > li')[index];
}

function focusNote(list: HTMLElement | null, index: number): void {
  // The note of a row appears with the answer, so the focus waits for it.
  requestAnimationFrame(() => rowAt(list, index)?.querySelector('textarea')?.focus());
}

/** The next file of the list, from the end back to the first. */
function openNext({ files, chosen, open }: Reading): void {
  const next = files[(files.findIndex(({ key }) => key === chosen.key) + 1) % files.length];
  if (next) open(next.key);
}

/** Plays or stops the recording that is open; false where there is none. */
function playVideo(): boolean {
  const media = document.querySelector<HTMLMediaElement>('.review-reading :is(video, audio)');
  if (!media) return false;
  if (media.paused) void media.play();
  else media.pause();
  return true;
}
