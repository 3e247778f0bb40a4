/** The steps of a procedure drawn twice, wide and narrow; the style sheet shows the one that fits. No text below 14 units. */
import type { Flow, FlowLimit, FlowStage } from '../flow.ts';
import { FLOW, lengthWords, PHASES, stageNote } from '../pages/flow.texts.ts';

const WIDE = { width: 780, row: 46, spine: 150, name: 188, limit: 330, note: 470, letters: 21 };
const NARROW = { width: 358, row: 62, head: 40, spine: 22, name: 52, letters: 20 };

interface Band {
  readonly title: string;
  readonly stages: readonly FlowStage[];
}

export function StepChart({ flow }: { readonly flow: Flow }) {
  const bands = bandsOf(flow.stages);
  return (
    <div className="chart">
      <WideChart flow={flow} bands={bands} />
      <NarrowChart flow={flow} bands={bands} />
    </div>
  );
}

function bandsOf(stages: readonly FlowStage[]): Band[] {
  const bands: { title: string; stages: FlowStage[] }[] = [];
  for (const stage of stages) {
    const title = PHASES[stage.id];
    const last = bands.at(-1);
    if (title !== undefined && title !== last?.title) bands.push({ title, stages: [stage] });
    else if (last) last.stages.push(stage);
    else bands.push({ title: '', stages: [stage] });
  }
  return bands;
}

/** The limit that stands in bronze: the bureau's own duty first, then what lapses. */
function mainLimit({ limits }: FlowStage): FlowLimit | undefined {
  const told = limits.filter(({ length }) => length !== null);
  return told.find(({ kind }) => kind === 'duty') ?? told[0];
}

function WideChart({ flow, bands }: { readonly flow: Flow; readonly bands: readonly Band[] }) {
  const height = flow.stages.length * WIDE.row;
  const middle = (number: number) => (number - 1) * WIDE.row + WIDE.row / 2;
  return (
    <svg
      className="wide"
      viewBox={`0 0 ${WIDE.width} ${height}`}
      role="img"
      aria-label={FLOW.chart(flow.title)}
    >
      {bands.map(({ title, stages }, index) => {
        const first = stages[0]?.number ?? 1;
        const top = (first - 1) * WIDE.row;
        return (
          <g key={first}>
            <rect
              className={index % 2 === 0 ? 'band' : 'gap'}
              x="0"
              y={top}
              width={WIDE.width}
              height={stages.length * WIDE.row}
            />
            <text className="phase" x="18" y={top + (stages.length * WIDE.row) / 2 + 5}>
              {title}
            </text>
          </g>
        );
      })}
      <path className="spine" d={`M${WIDE.spine} ${middle(1)}V${middle(flow.stages.length)}`} />
      {flow.stages.map((stage) => {
        const y = middle(stage.number);
        const limit = mainLimit(stage);
        return (
          <g key={stage.id}>
            <Node x={WIDE.spine} y={y} stage={stage} />
            <text className="step" x={WIDE.name} y={y + 6}>
              {stage.title}
            </text>
            {limit && (
              <text className="limit" x={WIDE.limit} y={y + 5}>
                {lengthWords(limit)}
              </text>
            )}
            <text className="side" x={limit ? WIDE.note : WIDE.limit} y={y + 5}>
              {stageNote(stage, limit ? WIDE.letters : WIDE.letters + 9)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function NarrowChart({ flow, bands }: { readonly flow: Flow; readonly bands: readonly Band[] }) {
  const height = flow.stages.length * NARROW.row + bands.length * NARROW.head;
  const places = new Map<string, number>();
  const heads: { title: string; y: number }[] = [];
  let y = 0;
  for (const { title, stages } of bands) {
    heads.push({ title, y: y + 26 });
    y += NARROW.head;
    for (const { id } of stages) {
      places.set(id, y + 22);
      y += NARROW.row;
    }
  }
  const ends = [...places.values()];
  return (
    <svg
      className="narrow"
      viewBox={`0 0 ${NARROW.width} ${height}`}
      role="img"
      aria-label={FLOW.chart(flow.title)}
    >
      <path className="spine" d={`M${NARROW.spine} ${ends[0] ?? 0}V${ends.at(-1) ?? 0}`} />
      {heads.map((head) => (
        <g key={head.y}>
          <rect className="under" x="0" y={head.y - 20} width={NARROW.width} height="28" />
          <text className="phase" x="0" y={head.y}>
            {head.title}
          </text>
        </g>
      ))}
      {flow.stages.map((stage) => {
        const at = places.get(stage.id) ?? 0;
        const limit = mainLimit(stage);
        return (
          <g key={stage.id}>
            <Node x={NARROW.spine} y={at} stage={stage} />
            <text className="step" x={NARROW.name} y={at + 6}>
              {stage.title}
            </text>
            {limit && (
              <text className="limit end" x={NARROW.width} y={at + 5}>
                {lengthWords(limit)}
              </text>
            )}
            <text className="side" x={NARROW.name} y={at + 28}>
              {stageNote(stage, NARROW.letters)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function Node({
  x,
  y,
  stage: { number, gate },
}: {
  readonly x: number;
  readonly y: number;
  readonly stage: FlowStage;
}) {
  return (
    <>
      {gate ? (
        <path
          className="gate"
          d={`M${x} ${y - 21}L${x + 21} ${y}L${x} ${y + 21}L${x - 21} ${y}z`}
        />
      ) : (
        <circle className="node" cx={x} cy={y} r="15" />
      )}
      <text className={gate ? 'in-gate' : 'in-node'} x={x} y={y + 5}>
        {number}
      </text>
    </>
  );
}
