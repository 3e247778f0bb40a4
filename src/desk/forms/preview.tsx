/** The document as it would be printed, with what is filled in so far. */
import { useEffect, useState } from 'react';
import type { FormDocumentView } from '../../matter/matter.api.ts';
import { fetchFile } from '../api/client.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { EXHIBIT_TEXTS } from '../exhibits/exhibits.texts.ts';
import { FORM_TEXTS } from './form.texts.ts';
import { useForm, useFormState } from './form-context.ts';
import { documentValues } from './form-values.ts';

/** Milliseconds without a key before the page is set anew. */
const SETTLES = 900;

export function Preview({ document }: { readonly document: FormDocumentView }) {
  const { matter } = useForm();
  const state = useFormState();
  const [url, setUrl] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const values = JSON.stringify(documentValues(document, state));

  useEffect(() => {
    const leave = new AbortController();
    async function render(): Promise<void> {
      try {
        const pdf = await fetchFile(
          `/matters/${matter.id}/documents/preview`,
          { code: document.code, values: JSON.parse(values) as unknown },
          leave.signal,
        );
        setProblem(null);
        setUrl(URL.createObjectURL(pdf));
      } catch (error) {
        if (!leave.signal.aborted) setProblem(error);
      }
    }
    const timer = setTimeout(() => void render(), SETTLES);
    return () => {
      leave.abort();
      clearTimeout(timer);
    };
  }, [matter.id, document.code, values]);

  useEffect(() => {
    if (url === null) return undefined;
    return () => URL.revokeObjectURL(url);
  }, [url]);

  if (problem !== null) return <ProblemNotice problem={problem} />;
  if (url === null) return <p className="note forms-preview-wait">{FORM_TEXTS.previewing}</p>;
  return (
    <div className="forms-preview">
      {/* The browser's reader of PDF does not run in a sandbox; the bytes are the server's own. */}
      {/* oxlint-disable-next-line react/iframe-missing-sandbox */}
      <iframe src={`${url}#navpanes=0&view=FitH`} title={document.title} />
      <a className="pdf-open" href={url} target="_blank" rel="noreferrer">
        {EXHIBIT_TEXTS.openPaper}
      </a>
      <p>
        <a href={url} target="_blank" rel="noreferrer">
          {FORM_TEXTS.previewOpen}
        </a>
      </p>
    </div>
  );
}
