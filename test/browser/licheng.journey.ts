/** The food case in 鲤城, from the clue to the archived file, by its people at the desk. */
import { test } from '@playwright/test';
import { uuidv7 } from '../support/uuid.ts';
import { act, approved, positionOf } from './support/acts.ts';
import { firstSignIn, install, sitDown } from './support/bureau.ts';
import { FOOD_CASE, PARTY, SUBJECT } from './support/food-case.ts';
import { hire } from './support/staffing.ts';

test('dev', async ({ browser }) => {
  const installation = await install();
  try {
    const { program } = installation;
    const administrators = ['sysadmin', 'secadmin', 'auditadmin'].map((login, i) => ({
      login,
      name: '甲乙丙'[i] + '管理',
      password: 'Correct-horse-9',
    }));
    const [sysadmin, secadmin] = [
      await sitDown(browser, program, '甲', 'sysadmin'),
      await sitDown(browser, program, '乙', 'secadmin'),
    ];
    const response = await sysadmin.page.request.post('/api/setup', {
      data: {
        area: '350502',
        pack: 'licheng',
        profile: {
          name: '泉州市鲤城区市场监督管理局',
          shortName: '泉鲤',
          superior: '泉州市市场监督管理局',
          government: '泉州市鲤城区人民政府',
          justice: '泉州市鲤城区司法局',
          court: '泉州市鲤城区人民法院',
          address: '示例大街100号',
          phone: '0595-00000311',
          bank: '示例银行支行',
          payee: '财政局非税收入专户',
          account: '6200000000000000117',
        },
        administrators: Object.fromEntries(administrators.map((a) => [a.login, a])),
      },
    });
    if (!response.ok()) throw new Error(await response.text());
    await firstSignIn(sysadmin, 'Correct-horse-9', null);
    await firstSignIn(secadmin, 'Correct-horse-9', null);
    const staff = await hire(browser, installation, {
      sysadmin: sysadmin.page,
      secadmin: secadmin.page,
    });
    const { officer1, unithead, head, reviewer } = staff;
    const matter = uuidv7();
    const units = await officer1.get<{ units: { id: string; name: string }[] }>('/units');
    const people = await officer1.get<{ people: { id: string; name: string }[] }>('/people');
    const handlers = people.people
      .filter((p) => ['陈志雄', '黄雅玲'].includes(p.name))
      .map((p) => p.id);
    const begun = await officer1.page.request.post('/api/matters', {
      data: {
        id: uuidv7(),
        matter,
        procedure: 'penalty.ordinary',
        subject: SUBJECT,
        flags: [],
        party: PARTY,
        handlers,
        first: {
          act: 'source.registered',
          id: uuidv7(),
          at: new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 16) + ':00+08:00',
          by: [],
          fields: {},
          documents: FOOD_CASE.source.documents,
        },
      },
    });
    if (!begun.ok()) throw new Error(await begun.text());
    void units;
    const t = Date.now();
    const lap = (w: string) => console.log(w, Date.now() - t);
    await act(officer1, matter, 'identity.shown', FOOD_CASE.shown('店长'));
    lap('shown');
    await act(officer1, matter, 'premises.inspected', FOOD_CASE.inspected);
    lap('inspected');
    await approved(unithead, head, matter, 'case.opened', FOOD_CASE.opened);
    lap('opened');
    await act(unithead, matter, 'handlers.assigned', {
      fields: { handlers: ['陈志雄', '黄雅玲'] },
    });
    lap('assigned');
    await act(officer1, matter, 'rectification.ordered', FOOD_CASE.ordered);
    lap('ordered');
    await act(officer1, matter, 'evidence.recorded', FOOD_CASE.interviewed);
    lap('evidence');
    await act(
      officer1,
      matter,
      'record.av.skipped',
      FOOD_CASE.notRecorded(await positionOf(officer1, matter, 'evidence.recorded')),
    );
    lap('skip');
    await act(officer1, matter, 'investigation.concluded', FOOD_CASE.concluded);
    lap('concluded');
    await act(unithead, matter, 'review.requested', FOOD_CASE.submitted);
    lap('requested');
    void reviewer;
  } finally {
    await installation.stop();
  }
});
