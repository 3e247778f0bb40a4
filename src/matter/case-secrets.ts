/** What the papers of a file tell about people, and the public may not read (公示规定 art. 6). Pure. */
import type { DocumentTemplate } from '../document/document.ts';
import {
  longestFirst,
  partySecrets,
  type Secret,
  secretsOf,
  withoutSpaces,
} from '../document/sensitive.ts';
import type { CaseFile, FiledDocument } from './case-file.ts';

/** As much of a file as tells of people. */
export interface PapersOfCase {
  readonly begun: Pick<CaseFile['begun'], 'party'>;
  readonly documents: readonly Pick<FiledDocument, 'code' | 'values'>[];
  readonly acts: readonly Pick<CaseFile['acts'][number], 'data'>[];
}

/** Sources of a case that are people; a case handed over by another authority names that authority. */
const FROM_PEOPLE: readonly unknown[] = ['complaint', 'report'];
/** What stands where a name would, and names nobody. */
const NOBODY: ReadonlySet<string> = new Set(
  '不详 匿名 群众 消费者 举报人 投诉人 当事人 代理人 店长 员工 业主 经营者 负责人 法定代表人'.split(
    ' ',
  ),
);
/** Ends of the names of organisations, which are no secret. */
const ORGANISATION =
  /(?:公司|商行|商店|商场|超市|酒店|饭店|餐厅|工厂|[厂店局院所社]|中心|医院|学校|银行|协会|委员会|合作社|经营部)$/;

/**
 * Secrets of every paper filed so far and of the party, longest first: whoever was questioned, heard, watched or told
 * something, with number, phone and address. Not the party where its name is public, nor who represents or runs it, nor its
 * seat; nor anybody of the bureau who acted in office.
 */
export function caseSecrets(
  file: PapersOfCase,
  templates: ReadonlyMap<string, DocumentTemplate>,
): Secret[] {
  const { party } = file.begun;
  const open = new Set(openTexts(file));
  const filed = file.documents.flatMap(({ code, values }): Secret[] => {
    const template = templates.get(code);
    if (!template) return [];
    const isReported = code !== 'case-source' || FROM_PEOPLE.includes(values['source-kind']);
    return secretsOf(template, values).filter(
      ({ sensitive }) => isReported || sensitive !== 'reporter',
    );
  });
  return longestFirst(
    [...partySecrets(party), ...filed].filter(
      ({ text, sensitive }) =>
        !open.has(text) &&
        !(sensitive === 'address' && isOwnSeat(text, party)) &&
        (!isName(sensitive) || isPerson(text)),
    ),
  );
}

/**
 * Names and the seat that are public by law, and names and certificates of those of the bureau who took part in the acts so far
 * (118号文: officers are public with their certificates).
 */
export function openTexts({ begun: { party }, acts }: PapersOfCase): string[] {
  const officials = acts.flatMap(({ data }) => {
    const people: unknown = Reflect.get(data, 'people');
    return Array.isArray(people)
      ? people.flatMap((one: unknown) => {
          const certificate: unknown = Reflect.get(Object(one), 'certificate');
          return [Reflect.get(Object(one), 'name'), Reflect.get(Object(certificate), 'number')];
        })
      : [];
  });
  const own = party.kind === 'natural' ? [] : [party.name, party.representative, party.address];
  return [...officials, ...own].filter((text) => typeof text === 'string');
}

/** The seat of a firm, whole or without province, city and district: it is public by law (市场主体登记管理条例 art. 8). */
function isOwnSeat(text: string, party: PapersOfCase['begun']['party']): boolean {
  return party.kind !== 'natural' && withoutSpaces(party.address).includes(withoutSpaces(text));
}

function isName(sensitive: Secret['sensitive']): boolean {
  return sensitive === 'natural-name' || sensitive === 'reporter';
}

function isPerson(text: string): boolean {
  return !NOBODY.has(text) && !ORGANISATION.test(text);
}
