/** 案卷目录: every document and every piece of evidence of a matter, and adding more. */
import { Link, useParams, useSearchParams } from 'react-router';
import { useAnswer } from '../api/use-answer.ts';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { DocumentTable } from './document-table.tsx';
import { ExhibitTable } from './exhibit-table.tsx';
import { EXHIBIT_TEXTS } from './exhibits.texts.ts';
import { FilingForm } from './filing-form.tsx';
import './exhibits.css';
import '../forms/forms.css';

export function Page() {
  const { matter: id = '' } = useParams();
  const [query] = useSearchParams();
  const matter = useAnswer('Matter', `/matters/${id}`);
  const of = Number(query.get('of') ?? '0');
  return (
    <div className="page">
      <Loaded of={matter}>
        {(file) => (
          <>
            <PageHead
              title={EXHIBIT_TEXTS.contentsOf(file.party.name)}
              subtitle={file.subject}
              actions={<Link to={`/matters/${id}`}>{EXHIBIT_TEXTS.back}</Link>}
              siblings={false}
            />
            <div className="exhibits-contents">
              <div className="exhibits-lists">
                <DocumentTable matter={file} />
                <ExhibitTable matter={id} />
              </div>
              <FilingForm matter={file} of={file.acts.some(({ seq }) => seq === of) ? of : null} />
            </div>
          </>
        )}
      </Loaded>
    </div>
  );
}
