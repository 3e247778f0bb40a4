/** A date that says why it is that day: click it, or `Y`. */
import { Popover } from 'antd';
import { type ReactNode, useState } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import { useKeys } from '../keys/use-keys.ts';
import { Explanation } from './explanation.tsx';
import { EXPLAIN_TEXTS } from './explain.texts.ts';
import { Loaded } from './loaded.tsx';

export interface ExplainedDateProps {
  readonly matter: string;
  /** Id of the clock, as the matter and the queue give it. */
  readonly clock: string;
  /** What is clicked; 为什么是这一天 when left out. */
  readonly children?: ReactNode;
  /** Whether `Y` opens it: for one on the page, or for the chosen line of a list. */
  readonly hasKey?: boolean;
}

export function ExplainedDate({ matter, clock, children, hasKey = false }: ExplainedDateProps) {
  const [open, setOpen] = useState(false);
  useKeys({ Y: () => setOpen(!open) }, hasKey);
  useKeys({ Escape: () => setOpen(false) }, open);
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={<Asked matter={matter} clock={clock} onClose={() => setOpen(false)} />}
    >
      <button type="button" className="explained" aria-expanded={open}>
        {children ?? EXPLAIN_TEXTS.why}
      </button>
    </Popover>
  );
}

function Asked({
  matter,
  clock,
  onClose,
}: {
  readonly matter: string;
  readonly clock: string;
  readonly onClose: () => void;
}) {
  const answer = useAnswer('Clock', `/matters/${matter}/clocks/${encodeURIComponent(clock)}`);
  const start = useAnswer('Rule', '/law/clock.start');
  return (
    <div className="explanation">
      <Loaded of={answer} lines={5}>
        {(explained) => (
          <Explanation
            clock={explained}
            startBasis={start.data?.chosen?.basis ?? []}
            onClose={onClose}
          />
        )}
      </Loaded>
    </div>
  );
}
