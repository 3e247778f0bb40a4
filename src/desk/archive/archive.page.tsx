/** A file before the archive: whether it is complete, its contents page by page, and filing it. */
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import type { ArchiveView, CatalogueLine } from '../../archive/archive.api.ts';
import type { MatterView } from '../../matter/matter.api.ts';
import { useSession } from '../account/session.ts';
import { address } from '../api/client.ts';
import { serverNow } from '../api/server-clock.ts';
import { useAnswer } from '../api/use-answer.ts';
import { actAddress } from '../matter/act-address.ts';
import '../offices/offices.css';
import { ExportLink } from '../parts/export-link.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { PARTS_TEXTS } from '../parts/parts.texts.ts';
import { dayOf, dayWords } from '../words/dates.ts';
import './archive.css';
import { ARCHIVE_TEXTS as T } from './archive.texts.ts';
import { FilingPanel } from './filing-panel.tsx';
import { pagesOf, pageSpan } from './pages.ts';
import { recordingGap } from './recording.ts';

const VOLUMES = ['main', 'secondary'] as const;

export function Page() {
  const { matter: id = '' } = useParams();
  const matter = useAnswer('Matter', `/matters/${id}`);
  const archive = useAnswer('Archive', `/matters/${id}/archive`);
  return (
    <div className="page">
      <Loaded of={matter} lines={2}>
        {(view) => (
          <>
            <PageHead
              title={T.title(view.party.name)}
              subtitle={[view.subject, view.decisionNumber ?? view.caseNumber]
                .filter(Boolean)
                .join('　')}
              siblings={false}
              actions={
                <>
                  <Button onClick={() => window.print()}>{T.print}</Button>
                  <Button
                    href={address(`/matters/${id}/archive/file.pdf`)}
                    target="_blank"
                    rel="noreferrer"
                  >
                    {T.filePdf}
                  </Button>
                </>
              }
            />
            <Loaded of={archive}>
              {(found) => (
                <div className="archive-columns">
                  <div className="office-columns">
                    {VOLUMES.map((volume) => (
                      <Volume
                        key={volume}
                        matter={id}
                        volume={volume}
                        lines={found.volumes[volume]}
                      />
                    ))}
                    <ExportLink to={address(`/matters/${id}/archive`, { format: 'xlsx' })}>
                      {PARTS_TEXTS.export}
                    </ExportLink>
                  </div>
                  <div className="office-columns">
                    <Completeness matter={view} archive={found} />
                    <FilingPanel matter={view} archive={found} />
                    <Link to={`/matters/${id}`}>{T.toMatter}</Link>
                  </div>
                </div>
              )}
            </Loaded>
          </>
        )}
      </Loaded>
    </div>
  );
}

interface VolumeProps {
  readonly matter: string;
  readonly volume: (typeof VOLUMES)[number];
  readonly lines: readonly CatalogueLine[];
}

function Volume({ matter, volume, lines }: VolumeProps) {
  const today = dayOf(serverNow());
  const title = T.volumes[volume];
  return (
    <section className="archive-volume">
      <header>
        <h2>{title}</h2>
        <span>{T.counted(lines.length, pagesOf(lines))}</span>
        {lines.length > 0 && (
          <a
            href={address(`/matters/${matter}/archive/file.pdf`, { volume })}
            target="_blank"
            rel="noreferrer"
          >
            {T.volumePdf(title)}
          </a>
        )}
      </header>
      {lines.length === 0 ? (
        <p>{T.emptyVolume}</p>
      ) : (
        <table aria-label={title}>
          <thead>
            <tr>
              {Object.values(T.columns).map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              <tr key={`${line.from}:${line.title}`} data-voided={line.voided}>
                <td>{index + 1}</td>
                <td>
                  <Title matter={matter} line={line} />
                  {line.voided && <small> {T.voided}</small>}
                </td>
                <td>{line.number ?? ''}</td>
                <td>{dayWords(line.date, today)}</td>
                <td>{pageSpan(line)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Title({ matter, line }: { readonly matter: string; readonly line: CatalogueLine }) {
  const { document, exhibit, title } = line;
  const path = document
    ? `/matters/${matter}/documents/${document.seq}/${document.ordinal}`
    : exhibit === null
      ? null
      : `/matters/${matter}/exhibits/${exhibit}`;
  return path === null ? (
    title
  ) : (
    <a href={address(path)} target="_blank" rel="noreferrer">
      {title}
    </a>
  );
}

function Missing({
  matter,
  one,
}: {
  readonly matter: MatterView;
  readonly one: ArchiveView['missing'][number];
}) {
  const { person } = useSession();
  const { kind, act, term, seq } = one;
  const gap = recordingGap(matter, seq);
  const words = kind === 'recording' ? T.recording[gap.kind](term) : T.missing[kind](term);
  const contents = `/matters/${matter.id}/contents`;
  const places = {
    act: actAddress(matter.id, act, person),
    text: contents,
    recording: gap.address,
  };
  return (
    <li>
      <span>{words}</span>
      <Link to={places[kind]}>{T.fix[kind]}</Link>
    </li>
  );
}

function Completeness({
  matter,
  archive,
}: {
  readonly matter: MatterView;
  readonly archive: ArchiveView;
}) {
  const { missing, archived } = archive;
  return (
    <section className="office-panel archive-missing">
      <h2>
        {archived ? T.archived : missing.length === 0 ? T.complete : T.missingTitle(missing.length)}
      </h2>
      {missing.length > 0 && (
        <ul>
          {missing.map((one) => (
            <Missing key={`${one.kind}:${one.act}:${one.seq ?? ''}`} matter={matter} one={one} />
          ))}
        </ul>
      )}
    </section>
  );
}
