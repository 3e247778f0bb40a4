/** Sample values of documents, as somebody fills them in. */
import { loadSample, loadTemplates } from '../../src/document/catalogue.ts';
import { type Field, fieldsOf, type Values } from '../../src/document/document.ts';

const root = new URL('../..', import.meta.url).pathname;
const templates = loadTemplates(root);

/** A moment before every case of the tests: no paper tells of a later one than its act. */
const EARLIER = '2024-08-05T09:30:00+08:00';

/** Filled in from the file, where the samples tell of a case of their own. */
const OF_THE_FILE =
  /^(party(\..+)?|handlers|unit\.head|bureau\.(head|government|court|payment\..+)|documents\..+|decision\.(number|date)|matter\.(caseName|caseNumber|.+On|source\.number)|acts\.(review\.requested|source\.registered)\..+)$/;

/** The sample values of a document, without what the file itself knows better. */
export function sample(code: string, more: Values = {}): Values {
  const template = templates.get(code);
  if (!template) throw new Error(`no template ${code}`);
  const { values } = loadSample(root, template);
  return {
    ...Object.fromEntries(
      fieldsOf(template).flatMap((field) => {
        const value = isFirst(code, field) ? values[field.name] : open(code, field, values);
        return value === undefined ? [] : [[field.name, dated(field, value)]];
      }),
    ),
    // Whoever begins the cases of the tests registers their source.
    ...(code === 'case-source' ? { registrar: { name: '陈志雄', post: '执法人员' } } : {}),
    ...more,
  };
}

/** Nobody has told the file before: the paper that begins it. */
function isFirst(code: string, { name }: Field): boolean {
  return code === 'case-source' && name === 'registered-at';
}

function open(code: string, field: Field, values: Values): unknown {
  const own = ['cause', 'source-kind'].includes(field.name) && code !== 'case-source';
  const listed = code === 'delivery-receipt' && ['documents', 'received-at'].includes(field.name);
  const published =
    code === 'publication-review' &&
    ['act-kind', 'deadline', 'channels', 'form'].includes(field.name);
  const told = code === 'penalty-notice' && ['violated', 'basis'].includes(field.name);
  return own || listed || told || published || OF_THE_FILE.test(field.from ?? '')
    ? undefined
    : values[field.name];
}

/** The value on a day that has passed, unless it looks ahead. */
function dated(field: Field, value: unknown): unknown {
  const day = EARLIER.slice(0, 10);
  if (field.ahead) return value;
  switch (field.type) {
    case 'date':
      return day;
    case 'datetime':
      return EARLIER;
    case 'date-range':
      return field.minutes ? { from: EARLIER, to: EARLIER } : { from: day, to: day };
    default:
      return value;
  }
}
