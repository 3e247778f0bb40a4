/** What must be public beforehand: what is missing first, then each item with its versions. */
import { Button } from 'antd';
import { useState } from 'react';
import { useHas } from '../account/session.ts';
import { address } from '../api/client.ts';
import { serverNow } from '../api/server-clock.ts';
import { useAnswer } from '../api/use-answer.ts';
import '../offices/offices.css';
import { ExportLink } from '../parts/export-link.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { PARTS_TEXTS } from '../parts/parts.texts.ts';
import { Sign } from '../parts/sign.tsx';
import { dayOf, dayWords } from '../words/dates.ts';
import './notices.css';
import { NOTICE_TEXTS as T } from './notices.texts.ts';
import { PublishNotice } from './publish-notice.tsx';
import { type NoticeItemVersions, versionsByItem } from './versions.ts';

export function Page() {
  const answer = useAnswer('Notices', '/notices');
  const mayPublish = useHas('publisher');
  return (
    <div className="page">
      <Loaded of={answer}>
        {({ items, notices, missing }) => (
          <>
            <PageHead
              title={T.title}
              subtitle={T.subtitle(items.length - missing.length, items.length)}
              actions={
                <ExportLink to={address('/notices', { format: 'xlsx' })}>
                  {PARTS_TEXTS.export}
                </ExportLink>
              }
            />
            {!mayPublish && <p className="note">{T.onlyPublisher}</p>}
            {missing.length > 0 && (
              <section className="notices-list" aria-label={T.missingTitle(missing.length)}>
                <header>
                  <h2>{T.missingTitle(missing.length)}</h2>
                </header>
                <ul>
                  {missing.map((item) => (
                    <Missing key={item} item={item} mayPublish={mayPublish} />
                  ))}
                </ul>
              </section>
            )}
            {notices.length > 0 && (
              <section className="notices-list" aria-label={T.publishedTitle}>
                <header>
                  <h2>{T.publishedTitle}</h2>
                </header>
                <ul>
                  {versionsByItem(notices, items).map((one) => (
                    <Published key={one.item} notice={one} mayPublish={mayPublish} />
                  ))}
                </ul>
              </section>
            )}
          </>
        )}
      </Loaded>
    </div>
  );
}

interface ItemProps {
  readonly mayPublish: boolean;
}

function Missing({ item, mayPublish }: ItemProps & { readonly item: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <li>
      <div className="notices-line">
        <strong>{T.items[item] ?? item}</strong>
        <span className="notices-missing">
          <Sign name="stop" size={14} /> {T.missing}
        </span>
        {mayPublish && !isOpen && (
          <Button size="small" onClick={() => setOpen(true)}>
            {T.first}
          </Button>
        )}
      </div>
      {isOpen && <PublishNotice item={item} current={null} onClose={() => setOpen(false)} />}
    </li>
  );
}

function Published({ notice, mayPublish }: ItemProps & { readonly notice: NoticeItemVersions }) {
  const [isOpen, setOpen] = useState(false);
  const { item, current, older } = notice;
  const today = dayOf(serverNow());
  return (
    <li>
      <div className="notices-line">
        <strong>{T.items[item] ?? item}</strong>
        <span>
          {[
            T.version(current.version),
            T.effective(dayWords(current.effectiveOn, today)),
            current.unit,
          ].join('　')}
        </span>
        {mayPublish && !isOpen && (
          <Button size="small" onClick={() => setOpen(true)}>
            {T.newVersion}
          </Button>
        )}
      </div>
      {isOpen && <PublishNotice item={item} current={current} onClose={() => setOpen(false)} />}
      <details>
        <summary>{current.title}</summary>
        {current.content.map((paragraph, index) => (
          <p key={index}>{paragraph}</p>
        ))}
        <p className="note">
          {T.reason}：{current.reason}
        </p>
      </details>
      {older.length > 0 && (
        <details>
          <summary>{T.older(older.length)}</summary>
          <ul className="notices-older">
            {older.map(({ version, title, effectiveOn, reason }) => (
              <li key={version}>
                {T.version(version)}　{T.effective(dayWords(effectiveOn, today))}　{title}
                <small>{reason}</small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
