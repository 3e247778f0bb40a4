import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { it } from 'vitest';
import { freshDatabase } from '../../test/support/database.ts';
import { openPublishedCase } from './portal.testkit.ts';
const database = await freshDatabase();
it('dev', async () => {
  const made = await openPublishedCase(database);
  const admin = await database.connect('admin');
  await admin.query('set session_replication_role = replica');
  const names = [
    '锦绣家电商行',
    '古韵文化传播有限公司',
    '福满堂餐饮店',
    '鲤安物流有限公司',
    '晨光文具店',
  ];
  const v = [
    '使用未经检定的计价秤',
    '发布虚假广告',
    '未按规定公示食品经营许可证',
    '使用未经检验的叉车',
    '销售侵犯注册商标专用权的商品',
  ];
  for (let n = 1; n <= 86; n++) {
    const dec = `2026-${String(1 + Math.floor(n / 8.7)).padStart(2, '0')}-${String(1 + (n % 27)).padStart(2, '0')}`;
    const due = new Date(Date.parse(dec) + 28 * 864e5).toISOString().slice(0, 10);
    const special: Record<number, string> = {
      22: 'late',
      47: 'late',
      79: 'overdue',
      33: 'withheld',
      64: 'notreq',
      58: 'withdrawn',
      85: 'open',
      86: 'open',
    };
    const kind = special[n] ?? 'ok';
    const pub =
      kind === 'late'
        ? new Date(Date.parse(due) + 3 * 864e5).toISOString().slice(0, 10)
        : ['ok', 'withdrawn'].includes(kind)
          ? new Date(Date.parse(dec) + 14 * 864e5).toISOString().slice(0, 10)
          : null;
    const number = `泉鲤市监处罚〔2026〕${n}号`;
    if (pub)
      await admin.query(
        `insert into published.entry (bureau_id, entry_id, version, matter_id, seq, decision_seq, channel, form, kind, number, year, serial, title, party, party_kind, party_code, violation, penalty, unit, decided_on, published_on, due_on, summary, body, withheld, search_text) select bureau_id, 'penalty-2026-${n}', 1, gen_random_uuid(), seq, decision_seq, channel, form, kind, $1, 2026, $2, $3, $4, party_kind, party_code, $5, $6, unit, $7, $8, $9, summary, body, withheld, search_text from published.entry where entry_id='penalty-2024-1'`,
        [
          number,
          n,
          '泉州市鲤城区' + names[n % 5] + v[n % 5] + '案',
          '泉州市鲤城区' + names[n % 5],
          v[n % 5],
          '罚款' + (n * 1000).toLocaleString('en') + '元',
          dec,
          pub,
          due,
        ],
      );
    await admin.query(
      `insert into published.slot values ('350502','处罚',2026,$1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11)`,
      [
        n,
        number,
        dec,
        kind === 'notreq' ? null : kind === 'open' ? '2027-06-01' : due,
        kind !== 'notreq',
        pub ? `penalty-2026-${n}` : null,
        pub ? 1 : null,
        pub,
        kind === 'withdrawn' ? '2026-08-06' : null,
        kind === 'withheld' ? '2026-05-08' : null,
        kind === 'withdrawn' ? '行政复议决定撤销原处罚' : kind === 'withheld' ? 'security' : null,
      ],
    );
    if (kind === 'withdrawn')
      await admin.query(
        `insert into published.withdrawal values ('350502','penalty-2026-58',1,gen_random_uuid(),9,'2026-08-06','行政复议决定撤销原处罚','《行政处罚法》第四十八条')`,
      );
  }
  await admin.query(
    `insert into published.notice values ('350502','subject',1,gen_random_uuid(),3,'执法主体','["泉州市鲤城区市场监督管理局，统一社会信用代码113505020000000000。","内设食品安全监督管理股等十二个机构。"]','综合股','2024-01-01','首次公开'),('350502','subject',2,gen_random_uuid(),4,'执法主体（2026年）','["泉州市鲤城区市场监督管理局。"]','综合股','2026-03-01','机构调整'),('350502','basis',1,gen_random_uuid(),5,'执法依据','["《中华人民共和国行政处罚法》等。"]','法规股','2024-01-01','首次公开')`,
  );
  await admin.query('set session_replication_role = origin');
  writeFileSync(
    '/tmp/portal/server.json',
    JSON.stringify({ address: made.server.address, adminUrl: database.adminUrl }),
  );
  if (process.env['HOLD']) await sleep(Number(process.env['HOLD']) * 1000);
}, 4_000_000);
