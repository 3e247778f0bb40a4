/** 一户一档: everything the bureau holds about one party. */
import { Link, useParams } from 'react-router';
import type { PartyFileView } from '../../party/party.api.ts';
import { address } from '../api/client.ts';
import { serverNow } from '../api/server-clock.ts';
import { useAnswer } from '../api/use-answer.ts';
import { MatterTable } from '../matters/matter-table.tsx';
import { type Column, ListTable } from '../parts/list-table.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { sizeWords } from '../words/amounts.ts';
import { dayOf, dayWords, momentWords } from '../words/dates.ts';
import './parties.css';
import { PARTIES_TEXTS } from './parties.texts.ts';

export function Page() {
  const { key = '' } = useParams();
  const party = useAnswer('Party', `/parties/${encodeURIComponent(key)}`);
  return (
    <div className="page party">
      {!party.data && <PageHead title={PARTIES_TEXTS.file} siblings={false} />}
      <Loaded of={party}>{(file) => <File file={file} />}</Loaded>
    </div>
  );
}

type Matter = PartyFileView['matters'][number];
type Of<T> = T & { readonly matter: Matter };

function File({ file }: { readonly file: PartyFileView }) {
  const today = dayOf(serverNow());
  const procedures = useAnswer('Procedures', '/procedures').data?.procedures ?? [];
  const documents = file.matters.flatMap((matter) =>
    matter.documents.map((document) => ({ ...document, matter })),
  );
  const exhibits = file.matters.flatMap((matter) =>
    matter.exhibits.map((exhibit) => ({ ...exhibit, matter })),
  );
  return (
    <>
      <PageHead
        title={file.name}
        subtitle={[
          file.code,
          file.address,
          PARTIES_TEXTS.count(file.matters.length, documents.length, exhibits.length),
        ]
          .filter(Boolean)
          .join('　')}
      />
      {!file.complete && <p className="note">{PARTIES_TEXTS.incomplete}</p>}
      <section>
        <h2>{PARTIES_TEXTS.matters}</h2>
        <MatterTable
          matters={file.matters}
          procedures={procedures.map(({ id, title }) => ({ value: id, label: title }))}
          exportTo={address('/matters', { party: file.code ?? file.name, format: 'xlsx' })}
          empty={null}
        />
      </section>
      <section>
        <h2>{PARTIES_TEXTS.documents}</h2>
        <ListTable
          label={PARTIES_TEXTS.documents}
          rows={documents}
          rowKey={({ matter, seq, ordinal }) => `${matter.id}:${seq}:${ordinal}`}
          columns={documentColumns(today)}
          empty={<p className="note">{PARTIES_TEXTS.noDocuments}</p>}
        />
      </section>
      <section>
        <h2>{PARTIES_TEXTS.recordings}</h2>
        <ListTable
          label={PARTIES_TEXTS.recordings}
          rows={exhibits}
          rowKey={({ id }) => id}
          columns={exhibitColumns(today)}
          empty={<p className="note">{PARTIES_TEXTS.noExhibits}</p>}
        />
      </section>
    </>
  );
}

function ofMatter<T>(): Column<Of<T>> {
  return {
    key: 'matter',
    title: PARTIES_TEXTS.ofMatter,
    cell: ({ matter }) => (
      <Link to={`/matters/${matter.id}`}>{matter.caseNumber ?? matter.subject}</Link>
    ),
  };
}

function documentColumns(today: string): Column<Of<Matter['documents'][number]>>[] {
  return [
    {
      key: 'title',
      title: PARTIES_TEXTS.documents,
      cell: ({ matter, seq, ordinal, title, number, voided }) => (
        <span className="party-thing">
          <a
            href={address(`/matters/${matter.id}/documents/${seq}/${ordinal}`)}
            target="_blank"
            rel="noreferrer"
          >
            {title}
          </a>
          <small>{[number, voided ? PARTIES_TEXTS.voided : null].filter(Boolean).join('　')}</small>
        </span>
      ),
    },
    ofMatter(),
    {
      key: 'pages',
      title: PARTIES_TEXTS.pagesTitle,
      width: '96px',
      align: 'right',
      wideOnly: true,
      cell: ({ pages }) => PARTIES_TEXTS.pages(pages),
    },
    {
      key: 'date',
      title: PARTIES_TEXTS.date,
      width: '160px',
      align: 'right',
      cell: ({ date }) => dayWords(date, today),
    },
  ];
}

function exhibitColumns(today: string): Column<Of<Matter['exhibits'][number]>>[] {
  return [
    {
      key: 'name',
      title: PARTIES_TEXTS.recordings,
      cell: ({ matter, id, name, note }) => (
        <span className="party-thing">
          <a
            href={address(`/matters/${matter.id}/exhibits/${id}`)}
            target="_blank"
            rel="noreferrer"
          >
            {name}
          </a>
          {note !== null && <small>{note}</small>}
        </span>
      ),
    },
    ofMatter(),
    {
      key: 'size',
      title: PARTIES_TEXTS.size,
      width: '96px',
      align: 'right',
      wideOnly: true,
      cell: ({ size }) => sizeWords(size),
    },
    {
      key: 'taken',
      title: PARTIES_TEXTS.takenAt,
      width: '160px',
      align: 'right',
      cell: ({ takenAt }) => takenAt && momentWords(takenAt, today),
    },
  ];
}
