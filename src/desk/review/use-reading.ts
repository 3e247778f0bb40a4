/** What the reviewer is reading: the files, the one that is open, and the page on top. */
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { MatterView } from '../../matter/matter.api.ts';
import { fetchFile } from '../api/client.ts';
import { serverNow } from '../api/server-clock.ts';
import { useAnswer } from '../api/use-answer.ts';
import { dayOf, dayWords } from '../words/dates.ts';
import { type FileEntry, type FileGroup, fileGroups } from './files.ts';

export interface Reading {
  readonly groups: readonly FileGroup[];
  readonly files: readonly FileEntry[];
  readonly chosen: FileEntry;
  /** Opens a file, at a page where one is given. */
  readonly open: (key: string, page?: number) => void;
  readonly page: number;
  readonly turnTo: (page: number) => void;
  /** The proposed decision as PDF; null while it is made, undefined where it could not be. */
  readonly draft: Blob | null | undefined;
  readonly draftPages: number | null;
  readonly countDraft: (pages: number) => void;
}

export function useReading(matter: MatterView): Reading {
  const groups = useMemo(
    () => fileGroups(matter, (date) => dayWords(date, dayOf(serverNow()))),
    [matter],
  );
  const files = groups.flatMap((group) => group.files);
  const [place, setPlace] = useState({ key: 'draft', page: 1 });
  const [draftPages, countDraft] = useState<number | null>(null);
  const draft = useProposal(matter);
  const first: FileEntry = files[0] ?? { kind: 'draft', key: 'draft', title: '', mark: '' };
  return {
    groups,
    files,
    chosen: files.find(({ key }) => key === place.key) ?? first,
    open: (key, page = 1) => setPlace({ key, page }),
    page: place.page,
    turnTo: (page) => setPlace((now) => (now.page === page ? now : { ...now, page })),
    draft,
    draftPages,
    countDraft,
  };
}

/** The decision proposed with the request, as it would be printed. */
function useProposal(matter: MatterView): Blob | null | undefined {
  const form = useAnswer('Form', `/matters/${matter.id}/forms/decision.made`);
  const isReady = form.data !== undefined || form.isError;
  const code =
    form.data?.values['outcome'] === 'no-penalty' ? 'no-penalty-decision' : 'penalty-decision';
  const requested = matter.acts.find((act) => act.type === 'review.requested')?.seq;
  const preview = useQuery({
    queryKey: ['proposal', matter.id, code, requested],
    queryFn: ({ signal }) =>
      fetchFile(`/matters/${matter.id}/documents/preview`, { code, values: {} }, signal),
    enabled: isReady,
    // What was proposed does not change until it is proposed anew.
    staleTime: Number.POSITIVE_INFINITY,
  });
  return preview.isError ? undefined : (preview.data ?? null);
}
