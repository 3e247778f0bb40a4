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
  readonly asks: boolean;
  readonly files: readonly DraftFile[];
  readonly onFiled: () => void;
}

export function DoneNotice({ done, form, matter, asks, files, onFiled }: DoneNoticeProps) {
  const { person } = useSession();
  const navigate = useNavigate();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const isFresh = matter.seq >= done.seq;
  const { likely } = canAndCannot(matter, person.roles);
  return (
    <div className="forms-done">
      <h1 ref={title} tabIndex={-1}>
        {asks ? FORM_TEXTS.askedTitle(form.term) : FORM_TEXTS.doneTitle(form.term, done.seq)}
      </h1>
      <p>
        {matter.party.name}　{matter.subject}
      </p>
      <FilesFiled matter={matter.id} of={asks ? null : done.seq} files={files} onFiled={onFiled} />
      {isFresh && (
        <div className="forms-done-next">
          {likely && !asks ? (
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
