/** Where the decision must be public, until when, and what can be done there: publish, or take down with a reason. */
import { Button } from 'antd';
import { useState } from 'react';
import type { MatterView } from '../../matter/matter.api.ts';
import { serverNow } from '../api/server-clock.ts';
import { useAnswer } from '../api/use-answer.ts';
import { ChoiceField, TextField } from '../offices/field.tsx';
import { useAct, useVerdict } from '../offices/use-act.ts';
import { chipOfClock } from '../parts/chip.ts';
import { ClockChip } from '../parts/clock-chip.tsx';
import { ExplainedDate } from '../parts/explained-date.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Refusals } from '../parts/refusals.tsx';
import { dayOf, dayWords } from '../words/dates.ts';
import { PUBLICATION_TEXTS as T } from './publication.texts.ts';
import { mayRecord } from './who.ts';

type Line = MatterView['publication'][number];

/** How the law of the channel asks for the decision to be shown, in the words of the act. */
const FORMS: Readonly<Record<string, string>> = {
  SUMMARY: 'summary',
  DOCUMENT: 'document',
  BOTH: 'both',
};

export function Channels({ matter }: { readonly matter: MatterView }) {
  const first = matter.publication.find(({ published }) => published === null);
  return (
    <section className="office-panel">
      <header>
        <h2>{T.channelsTitle}</h2>
      </header>
      {matter.publication.length === 0 && <NoDuty matter={matter} />}
      <ul className="publication-channels">
        {matter.publication.map((line) => (
          <Channel key={line.channel} matter={matter} line={line} isFirst={line === first} />
        ))}
      </ul>
    </section>
  );
}

/** No channel demands it; what was published all the same can be taken down. */
function NoDuty({ matter }: { readonly matter: MatterView }) {
  const done = matter.acts.find(({ type }) => type === 'publication.published');
  const day = done && dayWords(done.happened.slice(0, 10), dayOf(serverNow()));
  const { data } = useAnswer('Form', `/matters/${matter.id}/forms/publication.published`);
  const offered = (data?.fields.find(({ name }) => name === 'channel')?.choices ?? []).map(
    ({ value }) => value,
  );
  if (day === undefined && offered.length === 0) return <p className="note">{T.noDuty}</p>;
  return (
    <>
      <p className="note">{T.noDuty}</p>
      {day === undefined ? (
        <Publish matter={matter} channels={offered} form="both" isFirst />
      ) : (
        <>
          <p>{T.published(day)}</p>
          <Withdraw matter={matter} channels={[]} />
        </>
      )}
    </>
  );
}

interface ChannelProps {
  readonly matter: MatterView;
  readonly line: Line;
  /** The next to be published: its button is the one of the page. */
  readonly isFirst: boolean;
}

function Channel({ matter, line, isFirst }: ChannelProps) {
  const { channel, alternatives, due, limit } = line;
  const today = dayOf(serverNow());
  const clock = matter.clocks.findLast(({ name }) => name === `publication.${channel}`);
  const form = FORMS[line.form] ?? 'both';
  return (
    <li>
      <div className="publication-channel">
        <strong>{channelName(channel)}</strong>
        {alternatives.length > 0 && <small>{T.or(alternatives.map(channelName).join('、'))}</small>}
        {clock && line.published === null && <ClockChip chip={chipOfClock(clock)} />}
      </div>
      <p className="publication-duty">
        <span>{T.duty(T.forms[form] ?? form, limit)}</span>
        {due !== null &&
          (clock ? (
            <ExplainedDate matter={matter.id} clock={clock.id}>
              {dayWords(due, today)}
            </ExplainedDate>
          ) : (
            <span>{dayWords(due, today)}</span>
          ))}
      </p>
      {line.withdrawn !== null && <p>{T.withdrawn(dayWords(line.withdrawn, today))}</p>}
      {line.withdrawn === null && line.published !== null && (
        <>
          <p>{T.published(dayWords(line.published, today))}</p>
          <Withdraw matter={matter} channels={[channel, ...alternatives]} />
        </>
      )}
      {line.published === null && line.withdrawn === null && (
        <Publish
          matter={matter}
          channels={[channel, ...alternatives]}
          form={form}
          isFirst={isFirst}
        />
      )}
    </li>
  );
}

function channelName(channel: string): string {
  return T.channels[channel] ?? channel;
}

interface ActProps {
  readonly matter: MatterView;
  /** The channel, and those that may stand in its place. */
  readonly channels: readonly string[];
}

interface PublishProps extends ActProps {
  readonly form: string;
  readonly isFirst: boolean;
}

function Publish({ matter, channels, form: asked, isFirst }: PublishProps) {
  const act = 'publication.published';
  const isMine = mayRecord(matter, act);
  const [channel, setChannel] = useState(channels[0] ?? '');
  const [form, setForm] = useState(asked);
  const content = { fields: { channel, form, unit: matter.unit.name } };
  const isChecked = matter.acts.some(({ type }) => type === 'publication.reviewed');
  const verdict = useVerdict(matter.id, act, isChecked && isMine ? content : null, matter.seq);
  const { record, running, problem } = useAct(matter.id, act, matter.seq);
  const refusals = verdict?.refusals ?? [];
  if (!isMine) return null;
  if (!isChecked) return <p className="note">{T.notYet}</p>;
  return (
    <div className="publication-act">
      <div className="office-grid">
        {channels.length > 1 && (
          <ChoiceField
            label={T.channelsTitle}
            value={channel}
            choices={channels.map((value) => ({ value, label: channelName(value) }))}
            onChange={setChannel}
          />
        )}
        <ChoiceField
          label={T.form}
          value={form}
          choices={Object.entries(T.forms).map(([value, label]) => ({ value, label }))}
          onChange={setForm}
        />
      </div>
      {refusals.length > 0 && (
        <div role="status">
          <h3>{T.wouldRefuse}</h3>
          <Refusals refusals={refusals} />
        </div>
      )}
      {refusals.length === 0 && <ProblemNotice problem={problem} />}
      <Button
        type={isFirst ? 'primary' : 'default'}
        loading={running}
        disabled={refusals.length > 0 || channel === '' || form === ''}
        onClick={() => void record(content)}
      >
        {T.publish}
      </Button>
    </div>
  );
}

function Withdraw({ matter, channels }: ActProps) {
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const last = matter.acts.find(({ type }) => type === 'publication.published');
  const act = 'publication.withdrawn';
  // The form offers the channels on which something stands: it may be one in place of the first.
  const { data: form } = useAnswer('Form', `/matters/${matter.id}/forms/${act}`);
  const standing = form?.fields.find(({ name }) => name === 'channel')?.choices ?? [];
  const channel =
    channels.length === 0
      ? (standing[0]?.value ?? '')
      : (standing.find(({ value }) => channels.includes(value))?.value ?? channels[0] ?? '');
  const { record, running, problem, faultOf } = useAct(matter.id, act, matter.seq);
  if (!mayRecord(matter, act) || !last) return null;
  if (!isOpen)
    return (
      <Button size="small" onClick={() => setOpen(true)}>
        {T.withdraw}
      </Button>
    );
  return (
    <form
      className="publication-act"
      aria-label={T.withdrawTitle(channelName(channel))}
      onSubmit={(event) => {
        event.preventDefault();
        void record({ fields: { channel, reason: reason.trim() } });
      }}
    >
      <TextField
        label={T.withdrawReason}
        hint={T.withdrawHint}
        required
        lines={3}
        maxLength={1000}
        value={reason}
        fault={faultOf('/fields/reason')}
        onChange={setReason}
      />
      <ProblemNotice problem={problem} shown={['/fields/reason']} />
      <div className="office-actions">
        <Button htmlType="submit" loading={running}>
          {T.withdrawNow}
        </Button>
        <Button type="text" onClick={() => setOpen(false)}>
          {T.cancel}
        </Button>
      </div>
    </form>
  );
}
