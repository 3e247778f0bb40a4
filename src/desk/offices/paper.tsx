/** A PDF as paper on the desk: its pages under one another, drawn when they come into sight. */
import type { PDFiumDocument } from '@hyzyla/pdfium';
import { useEffect, useRef, useState } from 'react';
import { Lines } from '../parts/lines.tsx';
import { OFFICE_TEXTS } from './offices.texts.ts';
import './paper.css';
import { drawPage, openPdf, type PdfSource, shapeOf } from './pdf.ts';

export interface PaperProps {
  readonly source: PdfSource;
  readonly title: string;
  /** The page to stand on; scrolled to when it changes. */
  readonly page?: number;
  /** Told how many pages there are. */
  readonly onOpened?: (pages: number) => void;
  /** Told which page is in sight. */
  readonly onPage?: (page: number) => void;
}

type Opened =
  | { readonly state: 'opening' }
  | { readonly state: 'failed' }
  | { readonly state: 'open'; readonly document: PDFiumDocument };

export function Paper({ source, title, page = 1, onOpened, onPage }: PaperProps) {
  const [opened, setOpened] = useState<Opened>({ state: 'opening' });
  const told = useRef(onOpened);
  const place = useRef<HTMLDivElement>(null);
  const inSight = useRef(1);
  useEffect(() => {
    told.current = onOpened;
  });
  useEffect(() => {
    const gone = new AbortController();
    let document: PDFiumDocument | null = null;
    const open = async (): Promise<void> => {
      try {
        document = await openPdf(source, gone.signal);
        if (gone.signal.aborted) return;
        inSight.current = 1;
        told.current?.(document.getPageCount());
        setOpened({ state: 'open', document });
      } catch {
        if (!gone.signal.aborted) setOpened({ state: 'failed' });
      }
    };
    void open();
    return () => {
      gone.abort();
      // A page that is just being drawn still needs it.
      setTimeout(() => document?.destroy(), 1000);
    };
  }, [source]);
  const isOpen = opened.state === 'open';
  useEffect(() => {
    if (isOpen && page !== inSight.current)
      place.current?.children[page - 1]?.scrollIntoView({ block: 'start' });
  }, [isOpen, page]);

  if (opened.state === 'opening') return <Lines count={12} />;
  if (opened.state === 'failed')
    return (
      <p>
        {OFFICE_TEXTS.paperFailed}{' '}
        {typeof source === 'string' && (
          <a href={source} target="_blank" rel="noreferrer">
            {OFFICE_TEXTS.newWindow}
          </a>
        )}
      </p>
    );
  const { document } = opened;
  return (
    <div className="paper" ref={place}>
      {Array.from({ length: document.getPageCount() }, (_, index) => (
        <PaperPage
          key={index}
          document={document}
          page={index + 1}
          title={title}
          onSight={(at) => {
            inSight.current = at;
            onPage?.(at);
          }}
        />
      ))}
    </div>
  );
}

interface PaperPageProps {
  readonly document: PDFiumDocument;
  readonly page: number;
  readonly title: string;
  readonly onSight: (page: number) => void;
}

/** How much of a page must be in sight to be the one that is read. */
const READ = 0.5;

function PaperPage({ document, page, title, onSight }: PaperPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [text, setText] = useState('');
  const seen = useRef(onSight);
  useEffect(() => {
    seen.current = onSight;
  });
  useEffect(() => {
    const sheet = canvas.current;
    if (!sheet) return undefined;
    let isDrawn = false;
    const watch = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, intersectionRatio } of entries) {
          if (isIntersecting && !isDrawn) {
            isDrawn = true;
            void drawPage(document, page, sheet).then(setText);
          }
          if (intersectionRatio >= READ) seen.current(page);
        }
      },
      { threshold: [0, READ] },
    );
    watch.observe(sheet);
    return () => watch.disconnect();
  }, [document, page]);
  const name = `${title} ${OFFICE_TEXTS.page(page)}`;
  return (
    <figure>
      <canvas
        ref={canvas}
        role="img"
        aria-label={name}
        style={{ aspectRatio: String(shapeOf(document, page)) }}
      />
      <figcaption className="unseen">{text}</figcaption>
    </figure>
  );
}
