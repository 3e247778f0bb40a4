/** The act is on record: its position, and what most likely comes next. */
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { Link, useNavigate } from 'react-router';
import type { DoneView, FormView, MatterView } from '../../matter/matter.api.ts';
import { useSession } from '../account/session.ts';
import type { DraftFile } from '../drafts/draft.ts';
import { FilesFiled } from '../exhibits/files-filed.tsx';
import { canAndCannot } from '../matter/can.ts';
import { FORM_TEXTS } from './form.texts.ts';

export interface DoneNoticeProps {
  readonly done: DoneView;
  readonly form: FormView;
  /** The matter as it stands now; before the act until it has been asked for again. */
  readonly matter: MatterView;
  /** What came of it: recorded, put before the head, or approved beforehand. */
  readonly outcome: 'recorded' | 'asked' | 'granted';
  readonly files: readonly DraftFile[];
  readonly onFiled: () => void;
}

const TITLES = {
  recorded: FORM_TEXTS.doneTitle,
  asked: FORM_TEXTS.askedTitle,
  granted: FORM_TEXTS.grantedTitle,
} as const;

export function DoneNotice({ done, form, matter, outcome, files, onFiled }: DoneNoticeProps) {
  const { person } = useSession();
  const navigate = useNavigate();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const isFresh = matter.seq >= done.seq;
  const { likely } = canAndCannot(matter, person.roles);
  return (
    <div className="forms-done">
      <h1 ref={title} tabIndex={-1}>
        {TITLES[outcome](form.term, done.seq)}
      </h1>
      <p>
        {matter.party.name}　{matter.subject}
      </p>
      <FilesFiled
        matter={matter.id}
        of={outcome === 'recorded' ? done.seq : null}
        files={files}
        onFiled={onFiled}
      />
      {isFresh && (
        <div className="forms-done-next">
          {likely && outcome === 'recorded' ? (
            <Button
              type="primary"
              size="large"
              onClick={() => void navigate(`/matters/${matter.id}/acts/${likely.act}`)}
            >
              {FORM_TEXTS.doneNext}：{likely.term}
            </Button>
          ) : (
            <span>{FORM_TEXTS.doneNothing}</span>
          )}
          <Link to={`/matters/${matter.id}`}>{FORM_TEXTS.doneBack}</Link>
        </div>
      )}
    </div>
  );
}
