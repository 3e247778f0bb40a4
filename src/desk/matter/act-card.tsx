/** One act: what, when, who, its substance, its papers and recordings in place, and its seal. */
import { Link } from 'react-router';
import type { ActView, MatterView } from '../../matter/matter.api.ts';
import { serverNow } from '../api/server-clock.ts';
import { dayOf, momentWords, spanWords } from '../words/dates.ts';
import { ActPapers } from './act-papers.tsx';
import { MATTER_TEXTS } from './matter.texts.ts';
import { SealMark } from './seal-mark.tsx';

export interface ActCardProps {
  readonly act: ActView;
  readonly matter: MatterView;
  /** Terms of all acts by their position. */
  readonly terms: ReadonlyMap<number, string>;
  /** Whether it is an act of the procedure, not one of the desk beside it. */
  readonly isStep: boolean;
  /** Acts that complete or correct this one, newest first. */
  readonly followers: readonly ActView[];
}

/** Milliseconds between an act and its record that need no mention. */
const AT_ONCE = 5 * 60_000;

export function ActCard({ act, matter, terms, isStep, followers }: ActCardProps) {
  const today = dayOf(serverNow());
  const { recorder } = act;
  const gap = Date.parse(act.recorded) - Date.parse(act.happened);
  const people = act.byParty ? [MATTER_TEXTS.party] : [];
  const officers = act.by.map(({ name, post }) => (post === '' ? name : `${name} ${post}`));
  return (
    <article
      id={`act-${act.seq}`}
      className="matter-act"
      data-step={isStep}
      tabIndex={-1}
      aria-labelledby={`act-${act.seq}-title`}
    >
      <header>
        <h3 id={`act-${act.seq}-title`}>{act.term}</h3>
        <time dateTime={act.happened}>{momentWords(act.happened, today)}</time>
      </header>
      <p className="matter-act-people">
        {[...people, ...officers].join('　')}
        {recorder && !act.by.some(({ id }) => id === recorder.id) && (
          <span>　{MATTER_TEXTS.recorder(recorder.name)}</span>
        )}
      </p>
      {act.gist.length > 0 && (
        <p className="matter-act-gist">
          {act.gist.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </p>
      )}
      <Pointers act={act} terms={terms} followers={followers} />
      <ActPapers act={act} matter={matter.id} isStep={isStep} />
      <Recording act={act} matter={matter} />
      <footer>
        <span className="matter-seal">
          <SealMark state={act.sealed ? 'sealed' : 'half'} />
          {act.sealed ? MATTER_TEXTS.sealed : MATTER_TEXTS.unsealed}　{MATTER_TEXTS.seq(act.seq)}
        </span>
        {gap > AT_ONCE && (
          <span>{MATTER_TEXTS.gap(momentWords(act.recorded, today), spanWords(gap))}</span>
        )}
      </footer>
    </article>
  );
}

/** What it completes or corrects, and by what it was completed or corrected. */
function Pointers({ act, terms, followers }: Pick<ActCardProps, 'act' | 'terms' | 'followers'>) {
  const notes = followers.filter(({ type }) => type !== 'exhibit.added');
  if (act.of === null && notes.length === 0) return null;
  return (
    <p className="matter-act-pointers">
      {act.of !== null && (
        <a href={`#act-${act.of}`}>{MATTER_TEXTS.refersTo(act.of, terms.get(act.of) ?? '')}</a>
      )}
      {notes.map(({ seq, term }) => (
        <a key={seq} href={`#act-${seq}`}>
          {MATTER_TEXTS.corrected(seq, term)}
        </a>
      ))}
    </p>
  );
}

/** The sound and picture the act must leave, and how to make up for what is missing. */
function Recording({ act, matter }: { readonly act: ActView; readonly matter: MatterView }) {
  const { recording, seq } = act;
  if (recording === null) return null;
  const { level, status } = recording;
  const form = (name: string) => `/matters/${matter.id}/acts/${name}?of=${seq}`;
  const mayDo = (name: string): boolean =>
    matter.possible.some((one) => one.act === name && one.mine);
  return (
    <p className="matter-act-recording">
      <span>
        {MATTER_TEXTS.recordingLevel[level]}：{MATTER_TEXTS.recordingStatus[status]}
      </span>
      {status === 'missing' && mayDo('record.av.made') && (
        <Link to={`/matters/${matter.id}/contents?of=${seq}`}>{MATTER_TEXTS.addRecording}</Link>
      )}
      {status === 'missing' && level === 'as-needed' && mayDo('record.av.skipped') && (
        <Link to={form('record.av.skipped')}>{MATTER_TEXTS.skipRecording}</Link>
      )}
      {status === 'made' && mayDo('record.av.stored') && (
        <Link to={form('record.av.stored')}>{MATTER_TEXTS.storeRecording}</Link>
      )}
    </p>
  );
}
