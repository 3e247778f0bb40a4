/** The procedures: stage by stage, who does which act on which basis. */
import type { ProcedureView } from '../../rule/law.api.ts';
import { address } from '../api/client.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Filters } from '../parts/filters.tsx';
import { type Column, ListTable, type RowGroup } from '../parts/list-table.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { useFilter } from '../parts/use-filter.ts';
import { roleListWords } from '../../staff/role.texts.ts';
import './law.css';
import { LAW_TEXTS as T } from './law.texts.ts';
import { procedureToShow, stagesWithActs } from './stages.ts';

type ActRow = ProcedureView['acts'][number];

export function Page() {
  const procedures = useAnswer('Procedures', '/procedures');
  const filter = useFilter(['procedure']);
  return (
    <div className="page">
      <Loaded of={procedures} lines={12}>
        {({ procedures: all }) => {
          const shown = procedureToShow(all, filter.values.procedure);
          return (
            <>
              <PageHead title={T.procedures} {...(shown ? { subtitle: shown.title } : {})} />
              <Filters
                filter={filter}
                fields={[
                  {
                    name: 'procedure',
                    label: T.chooseProcedure,
                    choices: all.map(({ id, title }) => ({ value: id, label: title })),
                  },
                ]}
              />
              {shown && <Acts procedure={shown} />}
            </>
          );
        }}
      </Loaded>
    </div>
  );
}

function Acts({ procedure }: { readonly procedure: ProcedureView }) {
  const groups: RowGroup<ActRow>[] = stagesWithActs(procedure, T.stageless).map(
    ({ id, title, acts }) => ({ key: id, title, rows: acts }),
  );
  return (
    <ListTable<ActRow>
      label={procedure.title}
      columns={COLUMNS}
      groups={groups}
      rowKey={({ act }) => act}
      exportTo={address('/procedures', { format: 'xlsx' })}
      empty={null}
    />
  );
}

const COLUMNS: readonly Column<ActRow>[] = [
  {
    key: 'act',
    title: T.procedureColumns.act,
    cell: ({ term }) => <strong>{term}</strong>,
  },
  {
    key: 'who',
    title: T.procedureColumns.who,
    width: '300px',
    cell: ({ who }) => roleListWords(who),
  },
  {
    key: 'basis',
    title: T.procedureColumns.basis,
    width: '420px',
    cell: ({ basis }) => basis.join('；'),
  },
];
