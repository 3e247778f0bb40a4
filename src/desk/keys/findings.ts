/** What the palette offers for what was typed. Pure. */
import type { MatterLine } from '../../matter/matter.api.ts';
import type { PartyLine } from '../../party/party.api.ts';
import type { SessionView } from '../../staff/session.api.ts';
import { type DeskPage, PAGES } from '../pages.ts';
import { mayOpen } from '../shell/page-list.ts';
import { FINDER_TEXTS } from './keys.texts.ts';

export interface Finding {
  /** Fit for an element's id. */
  readonly key: string;
  readonly kind: string;
  readonly title: string;
  readonly note: string;
  /** Below `/desk`. */
  readonly to: string;
}

/** Of each kind at most. */
const MOST = 6;

/** Matters and parties first, in the server's order; then pages whose title has every character typed. */
export function findings(
  person: Pick<SessionView['person'], 'roles' | 'duties'>,
  typed: string,
  found: { readonly matters: readonly MatterLine[]; readonly parties: readonly PartyLine[] },
): Finding[] {
  return [
    ...found.matters.slice(0, MOST).map(matterFinding),
    ...found.parties.slice(0, MOST).map(partyFinding),
    ...PAGES.filter(
      (page) =>
        !page.path.includes(':') && mayOpen(page, person) && hasCharacters(page.title, typed),
    ).map(pageFinding),
  ];
}

function matterFinding(line: MatterLine): Finding {
  const { id, party, subject, caseNumber, decisionNumber } = line;
  return {
    key: `matter-${id}`,
    kind: FINDER_TEXTS.matters,
    title: party,
    note: [subject, decisionNumber ?? caseNumber].filter(Boolean).join('　'),
    to: `/matters/${id}`,
  };
}

function partyFinding({ name, code }: PartyLine): Finding {
  const key = code ?? name;
  return {
    key: `party-${encodeURIComponent(key)}`,
    kind: FINDER_TEXTS.parties,
    title: name,
    note: code ?? '',
    to: `/parties/${encodeURIComponent(key)}`,
  };
}

function pageFinding({ path, title }: DeskPage): Finding {
  const isAct = path === '/matters/begin';
  return {
    key: `page-${path.replaceAll('/', '-')}`,
    kind: isAct ? FINDER_TEXTS.doing : FINDER_TEXTS.pages,
    title,
    note: '',
    to: path,
  };
}

/** Whether the title has the characters typed, in their order: 登案 finds 登记案源. */
function hasCharacters(title: string, typed: string): boolean {
  let from = 0;
  for (const character of typed) {
    const at = title.indexOf(character, from);
    if (at === -1) return false;
    from = at + 1;
  }
  return true;
}
