/** The food case from the clue to the archived file, played at the desk by the people of a bureau. */
import { type Browser, expect, test } from '@playwright/test';
import { act, approved, begin, openForm, positionOf } from './acts.ts';
import { archive, checkFilePdf } from './archive.ts';
import { type Installation, install, type Person, sitDown } from './bureau.ts';
import { film } from './evidence.ts';
import { button } from './button.ts';
import { enterAdministrator, found } from './first-run.ts';
import { fillForm } from './fill.ts';
import { FOOD_CASE, PARTY, SUBJECT } from './food-case.ts';
import { look } from './looks.ts';
import { checkPublication, publish, review } from './offices.ts';
import { type PublicPage, verify, visit } from './public.ts';
import { hire, type Staff } from './staffing.ts';
import { today, workingDaysAfter } from './work-days.ts';

/** What differs from bureau to bureau. */
export interface Plan {
  readonly bureau: string;
  readonly area: string;
  /** Marks that make the review a legal one, where the bureau does not review everything; a complex case is discussed as well. */
  readonly flags: readonly string[];
  /** Where the decision must be public: channel as the desk names it, and within how many working days. */
  readonly channels: readonly (readonly [channel: string, workingDays: number])[];
}

/** Turns a journey takes on its way; each continues the story where it stands. */
export interface Turns {
  /** Instead of simply recording the inspection. */
  readonly inspect?: (officer: Person, matter: string) => Promise<void>;
  /** Instead of simply ordering rectification. */
  readonly order?: (officer: Person, matter: string) => Promise<void>;
}

/** Sets the bureau up and staffs it. */
export async function open(
  browser: Browser,
  { bureau }: Plan,
): Promise<{ installation: Installation; staff: Staff }> {
  const installation = await install();
  const { program } = installation;
  const sysadmin = await sitDown(browser, program, '系管理', 'sysadmin');
  const secadmin = await sitDown(browser, program, '安管理', 'secadmin');
  const auditadmin = await sitDown(browser, program, '审管理', 'auditadmin');
  const passwords = await test.step('first run', () => found(sysadmin.page, bureau));
  await test.step('administrators', async () => {
    await enterAdministrator(sysadmin.page, 'sysadmin', passwords.系统管理员);
    await enterAdministrator(secadmin.page, 'secadmin', passwords.安全管理员);
    await enterAdministrator(auditadmin.page, 'auditadmin', passwords.审计管理员);
    await look(auditadmin.page, 'auditor');
  });
  const staff = await test.step('staff', () =>
    hire(browser, installation, { sysadmin: sysadmin.page, secadmin: secadmin.page }));
  return { installation, staff };
}

/** Up to the archive; the matter's id. */
export async function play(staff: Staff, plan: Plan, turns: Turns = {}): Promise<string> {
  const { officer1, unithead, head } = staff;
  const { inspect, order } = turns;
  const matter = await test.step('clue', () =>
    begin(
      officer1,
      PARTY,
      { subject: SUBJECT, handlers: ['陈志雄', '黄雅玲'], flags: plan.flags },
      FOOD_CASE.source.documents['case-source'],
    ));
  await test.step('inspection', async () => {
    await act(officer1, matter, 'identity.shown', FOOD_CASE.shown('店长'));
    if (inspect) await inspect(officer1, matter);
    else await act(officer1, matter, 'premises.inspected', FOOD_CASE.inspected);
    await film(officer1, matter, await positionOf(officer1, matter, 'premises.inspected'));
  });
  await test.step('opening', async () => {
    await approved(unithead, head, matter, 'case.opened', FOOD_CASE.opened);
    await act(unithead, matter, 'handlers.assigned', {
      fields: { handlers: ['陈志雄', '黄雅玲'] },
    });
  });
  await test.step('investigation', async () => {
    if (order) await order(officer1, matter);
    else await act(officer1, matter, 'rectification.ordered', FOOD_CASE.ordered);
    await act(officer1, matter, 'evidence.recorded', FOOD_CASE.interviewed);
    const interview = await positionOf(officer1, matter, 'evidence.recorded');
    await act(officer1, matter, 'record.av.skipped', FOOD_CASE.notRecorded(interview));
    await act(officer1, matter, 'investigation.concluded', FOOD_CASE.concluded);
  });
  await test.step('the gate', () => expectNoDecision(unithead, matter));
  await test.step('review', async () => {
    await act(unithead, matter, 'review.requested', FOOD_CASE.submitted);
    await review(staff.reviewer, matter, { head: '许丽卿 法规股股长', licence: 'A20183505020117' });
  });
  await test.step('decision', async () => {
    await approved(unithead, head, matter, 'proposal.approved', FOOD_CASE.proposed);
    await act(officer1, matter, 'notice.served', FOOD_CASE.noticed);
    await act(officer1, matter, 'statement.waived', FOOD_CASE.waived);
    if (plan.flags.includes('complex'))
      await act(head, matter, 'discussion.held', FOOD_CASE.discussed);
    await approved(unithead, head, matter, 'decision.made', FOOD_CASE.decided);
    await act(officer1, matter, 'decision.delivered', FOOD_CASE.delivered);
  });
  await test.step('publication', () => makePublic(staff.unithead, staff.publisher, matter, plan));
  await test.step('closing', async () => {
    await act(officer1, matter, 'performance.recorded', FOOD_CASE.paid);
    await approved(unithead, head, matter, 'case.closed', FOOD_CASE.closed);
    await officer1.page.goto(`/desk/matters/${matter}`);
    await expect(officer1.page.getByRole('heading', { level: 1 })).toContainText(PARTY.name);
    await look(officer1.page, 'matter');
  });
  await test.step('queues', async () => {
    await staff.archivist.page.goto('/desk/');
    await expect(staff.archivist.page.getByText(PARTY.name).first()).toBeVisible();
    await look(staff.archivist.page, 'queue');
  });
  await test.step('archive', async () => {
    await archive(staff.archivist, matter);
    await checkFilePdf(staff.archivist, matter);
  });
  return matter;
}

/** Before the review nobody can propose or decide: the form says so, with the rule, before anything is sent. */
async function expectNoDecision(unithead: Person, matter: string): Promise<void> {
  const check = unithead.page.getByRole('region', { name: '现在交上去' });
  const refusal = check.getByText('应当审核而没有审核，或者审核没有通过');
  await openForm(unithead, matter, 'proposal.approved');
  await expect(refusal).toBeVisible();
  await expect(check.getByText(/行政处罚法 第五十八条/)).toBeVisible();
  const form = await openForm(unithead, matter, 'decision.made');
  await fillForm(unithead.page, form, FOOD_CASE.spared);
  await expect(refusal).toBeVisible();
  await expect(check.getByText(/行政处罚法 第五十八条/)).toBeVisible();
  await look(unithead.page, 'gate');
  // What was written for it is not wanted any more.
  await unithead.page.reload();
  await button(unithead.page, '不要了，重新填').click();
  await expect(unithead.page.getByText(/^接着上次写的/)).toBeHidden();
}

async function makePublic(
  checker: Person,
  publisher: Person,
  matter: string,
  { channels }: Plan,
): Promise<void> {
  const { page } = publisher;
  await checkPublication(checker, matter);
  await page.goto(`/desk/matters/${matter}/publication`);
  const list = page.getByRole('listitem');
  for (const [channel, days] of channels) {
    const due = workingDaysAfter(today(), days);
    const [, month, day] = due.split('-').map(Number);
    await expect(list.filter({ hasText: channel })).toContainText(`${month}月${day}日`);
    await expect(list.filter({ hasText: channel })).toContainText(`${days} 个工作日内`);
  }
  await look(page, 'publication');
  for (const [channel] of channels) await publish(publisher, matter, channel);
}

/** The public page, and its proof once the server is gone. */
export async function provePublic(
  browser: Browser,
  { program, stop }: Installation,
  { area, bureau, channels }: Plan,
): Promise<void> {
  const [first] = channels;
  const shown: PublicPage = await visit(browser, {
    address: program.address,
    area,
    party: PARTY.name,
  });
  expect(shown.summary['统一社会信用代码']).toBe(PARTY.code);
  expect(shown.summary['作出机关']).toBe(bureau);
  const [year, month, day] = workingDaysAfter(today(), first?.[1] ?? 0)
    .split('-')
    .map(Number);
  expect(shown.summary['最迟公示日']).toContain(`${year}年${month}月${day}日`);
  expect(JSON.stringify(shown.summary)).not.toContain(PARTY.idNumber);
  await stop();
  expect(await verify(shown.proof)).toContain('已证明');
  await shown.remove();
}
