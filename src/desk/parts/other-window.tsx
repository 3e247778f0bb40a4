/** The same form is open in another window, and was written in there too: both versions, and which to go on with. */
import { Button } from 'antd';
import type { Draft } from '../api/use-draft.ts';
import { PARTS_TEXTS } from './parts.texts.ts';
import { Sign } from './sign.tsx';

/** One answer that differs between the two windows, in words. */
export interface Differing {
  readonly label: string;
  readonly mine: string;
  readonly other: string;
}

export interface OtherWindowProps {
  readonly draft: Pick<Draft<unknown>, 'take'>;
  readonly differing: readonly Differing[];
}

export function OtherWindow({ draft, differing }: OtherWindowProps) {
  return (
    <div className="problem other-window" role="alert">
      <Sign name="stop" />
      <div>
        <strong>{PARTS_TEXTS.otherWindow}</strong>
        <p>{PARTS_TEXTS.otherWindowHelp}</p>
        {differing.map(({ label, mine, other }) => (
          <dl key={label}>
            <dt>{label}</dt>
            <dd>
              {PARTS_TEXTS.here}：<q>{mine}</q>
            </dd>
            <dd>
              {PARTS_TEXTS.there}：<q>{other}</q>
            </dd>
          </dl>
        ))}
        <p className="other-window-tools">
          <Button onClick={() => draft.take('mine')}>{PARTS_TEXTS.takeHere}</Button>
          <Button onClick={() => draft.take('other')}>{PARTS_TEXTS.takeThere}</Button>
        </p>
      </div>
    </div>
  );
}
