/** Every matter the person may read, the latest act first; filter in the address bar. */
import { Button } from 'antd';
import { Link } from 'react-router';
import type { MatterLine } from '../../matter/matter.api.ts';
import { STATE_TERMS } from '../../matter/state.texts.ts';
import { useHas } from '../account/session.ts';
import { address } from '../api/client.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Empty } from '../parts/empty.tsx';
import { Filters } from '../parts/filters.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { useFilter } from '../parts/use-filter.ts';
import { MatterTable } from './matter-table.tsx';
import './matters.css';
import { MATTERS_TEXTS } from './matters.texts.ts';
import { usePages } from './use-pages.ts';
import { Loaded } from '../parts/loaded.tsx';

const NAMES = ['text', 'procedure', 'stage', 'state', 'unit', 'handler'] as const;
const STATES = Object.entries(STATE_TERMS).map(([value, label]) => ({ value, label }));

export function Page() {
  const mayBegin = useHas('officer', 'unit-head');
  const filter = useFilter(NAMES);
  const choices = useChoices(filter.values.procedure);
  const pages = usePages(filter.query);
  return (
    <div className="page">
      <PageHead
        title={MATTERS_TEXTS.title}
        {...(mayBegin
          ? {
              actions: (
                <Link to="/matters/begin" tabIndex={-1}>
                  <Button type="primary">{MATTERS_TEXTS.begin}</Button>
                </Link>
              ),
            }
          : {})}
      />
      <Filters
        filter={filter}
        fields={[
          { name: 'text', label: MATTERS_TEXTS.text },
          { name: 'procedure', label: MATTERS_TEXTS.procedure, choices: choices.procedures },
          ...(choices.stages.length > 0
            ? [{ name: 'stage' as const, label: MATTERS_TEXTS.stage, choices: choices.stages }]
            : []),
          { name: 'state', label: MATTERS_TEXTS.state, choices: STATES },
          { name: 'unit', label: MATTERS_TEXTS.unit, choices: choices.units },
          { name: 'handler', label: MATTERS_TEXTS.handler, choices: choices.handlers },
        ]}
      />
      <Loaded of={pages}>
        {({ pages: shown }) => {
          const matters: MatterLine[] = shown.flatMap((page) => page.matters);
          return (
            <>
              <MatterTable
                matters={matters}
                procedures={choices.procedures}
                exportTo={address('/matters', { ...filter.query, format: 'xlsx' })}
                foot={MATTERS_TEXTS.shown(matters.length, !pages.hasNextPage)}
                empty={<Empty>{filter.isSet ? MATTERS_TEXTS.noneFound : MATTERS_TEXTS.none}</Empty>}
              />
              {pages.hasNextPage && (
                <Button
                  className="matters-more"
                  loading={pages.isFetchingNextPage}
                  onClick={() => void pages.fetchNextPage()}
                >
                  {MATTERS_TEXTS.more}
                </Button>
              )}
            </>
          );
        }}
      </Loaded>
    </div>
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What may be chosen in the filter; the stages are those of the procedure chosen. */
function useChoices(procedure: string): {
  readonly procedures: Choice[];
  readonly stages: Choice[];
  readonly units: Choice[];
  readonly handlers: Choice[];
} {
  const procedures = useAnswer('Procedures', '/procedures').data?.procedures ?? [];
  const units = useAnswer('Units', '/units').data?.units ?? [];
  const people = useAnswer('People', '/people').data?.people ?? [];
  const titled = ({ id, title }: { id: string; title: string }): Choice => ({
    value: id,
    label: title,
  });
  return {
    procedures: procedures.map(titled),
    stages: procedures.find((one) => one.id === procedure)?.stages.map(titled) ?? [],
    units: units.map(({ id, name }) => ({ value: id, label: name })),
    handlers: people
      .filter(({ roles }) => roles.includes('officer'))
      .map(({ id, name }) => ({ value: id, label: name })),
  };
}
