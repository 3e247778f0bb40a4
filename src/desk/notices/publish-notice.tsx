/** The form of a new version; it begins with what the last one said, and is kept while it is written. */
import { Button } from 'antd';
import { useState } from 'react';
import type { NoticeView } from '../../bureau/notice.api.ts';
import { serverNow } from '../api/server-clock.ts';
import { useCommand } from '../api/use-command.ts';
import { useDraft } from '../api/use-draft.ts';
import { useSession } from '../account/session.ts';
import { TextField } from '../offices/field.tsx';
import { Lines } from '../parts/lines.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { dayOf } from '../words/dates.ts';
import { NOTICE_TEXTS as T } from './notices.texts.ts';

interface NoticeDraft {
  readonly title: string;
  readonly content: string;
  readonly unit: string;
  readonly effectiveOn: string;
  readonly reason: string;
}

const NAMES = ['title', 'content', 'unit', 'effectiveOn', 'reason'] as const;
const LABELS: Readonly<Record<(typeof NAMES)[number], string>> = {
  title: T.titleField,
  content: T.content,
  unit: T.unit,
  effectiveOn: T.effectiveOn,
  reason: T.reason,
};

export interface PublishNoticeProps {
  readonly item: string;
  readonly current: NoticeView | null;
  readonly onClose: () => void;
}

export function PublishNotice({ item, current, onClose }: PublishNoticeProps) {
  const { person } = useSession();
  const draft = useDraft<NoticeDraft>(
    `notice:${item}`,
    {
      title: current?.title ?? T.items[item] ?? '',
      content: current?.content.join('\n') ?? '',
      unit: current?.unit ?? person.unit.name,
      effectiveOn: dayOf(serverNow()),
      reason: '',
    },
    readNotice,
  );
  const [isTried, setTried] = useState(false);
  const { send, running, problem, faultOf } = useCommand<'Notices'>({
    method: 'POST',
    path: '/notices',
    onDone: () => {
      draft.discard();
      onClose();
    },
  });
  const { value } = draft;
  const set = (part: Partial<NoticeDraft>): void => draft.set({ ...value, ...part });
  const missing = NAMES.filter((name) => value[name].trim() === '');
  const field = (name: (typeof NAMES)[number]) => ({
    label: LABELS[name],
    required: true,
    value: value[name],
    fault: isTried && missing.includes(name) ? T.missingField(LABELS[name]) : faultOf(`/${name}`),
    onChange: (text: string) => set({ [name]: text }),
  });
  if (draft.state === 'finding') return <Lines count={4} />;
  return (
    <form
      className="fields notices-form"
      aria-label={T.newFor(T.items[item] ?? item)}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (missing.length > 0) return;
        void send((id) => ({
          id,
          item,
          title: value.title.trim(),
          content: value.content
            .split('\n')
            .map((line) => line.trim())
            .filter((line) => line !== ''),
          unit: value.unit.trim(),
          effectiveOn: value.effectiveOn,
          reason: value.reason.trim(),
        }));
      }}
    >
      <TextField {...field('title')} maxLength={400} />
      <TextField {...field('content')} lines={8} maxLength={40_000} hint={T.contentHint} />
      <div className="office-grid">
        <TextField {...field('unit')} maxLength={400} />
        <TextField {...field('effectiveOn')} type="date" />
      </div>
      <TextField {...field('reason')} maxLength={400} />
      <ProblemNotice problem={problem} shown={NAMES.map((name) => `/${name}`)} />
      <div className="office-actions">
        <Button type="primary" htmlType="submit" loading={running}>
          {T.publish}
        </Button>
        <Button type="text" onClick={onClose}>
          {T.cancel}
        </Button>
      </div>
    </form>
  );
}

function readNotice(content: unknown): NoticeDraft | null {
  if (typeof content !== 'object' || content === null) return null;
  const text = (name: string): string => {
    const value: unknown = Reflect.get(content, name);
    return typeof value === 'string' ? value : '';
  };
  return {
    title: text('title'),
    content: text('content'),
    unit: text('unit'),
    effectiveOn: text('effectiveOn'),
    reason: text('reason'),
  };
}
