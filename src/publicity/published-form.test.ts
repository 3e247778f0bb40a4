/** In which form, with which fields, text and unit a decision is published (公示规定 art. 4, 7, 16). */
import { describe } from 'vitest';
import { accepts, refuses } from '../../test/support/judge.ts';
import { inspection, licence, penalty } from '../../test/support/lawful.ts';
import { PUBLISH, PUBLISHED, shown, SUMMARY_FIELDS } from '../../test/support/publishing.ts';

describe('publication/wrong-form', () => {
  const allowed: Readonly<Record<string, readonly string[]>> = {
    ANY: ['summary', 'document', 'both'],
    FULL_OR_SUMMARY: ['summary', 'document', 'both'],
    SUMMARY: ['summary', 'both'],
    FULL_REDACTED: ['document', 'both'],
  };
  for (const [rule, forms] of Object.entries(allowed))
    for (const [name, decided] of PUBLISHED)
      for (const form of ['summary', 'document', 'both']) {
        const script = shown(decided.rules({ 'publish.form': rule }), { form });
        if (forms.includes(form) || (name === 'inspection' && rule === 'FULL_REDACTED'))
          accepts(`${rule}, ${name}: ${form}`, script, PUBLISH);
        else refuses(`${rule}, ${name}: ${form}`, script, PUBLISH, 'publication/wrong-form');
      }
  refuses(
    '[WD-2.1.4a] a summary where the decision itself is to be public',
    shown(penalty().upTo('decision.made'), { form: 'summary' }),
    PUBLISH,
    'publication/wrong-form',
  );
  const gsxt = {
    channel: 'GSXT',
    fields: ['number', 'party', 'violation', 'penalty', 'authority', 'date'],
  };
  for (const form of ['summary', 'document'])
    for (const rule of Object.keys(allowed))
      refuses(
        `${rule}: the penalty system takes no ${form} alone`,
        shown(penalty().upTo('decision.made').rules({ 'publish.form': rule }), { ...gsxt, form }),
        PUBLISH,
        'publication/wrong-form',
      );
  accepts(
    'the penalty system takes both',
    shown(penalty().upTo('decision.made').rules({ 'publish.form': 'SUMMARY' }), gsxt),
    PUBLISH,
  );
  accepts(
    'an inspection there takes a summary',
    shown(inspection().upTo('inspection.completed'), { channel: 'GSXT', form: 'summary' }),
    PUBLISH,
  );
  accepts(
    'a licence there takes a summary',
    shown(licence().upTo('decision.made').rules({ 'publish.form': 'SUMMARY' }), {
      channel: 'GSXT',
      form: 'summary',
    }),
    PUBLISH,
  );
});

describe('either the decision or its summary', () => {
  const decided = penalty().upTo('decision.made').in('xinzhou');
  for (const form of ['summary', 'document'])
    accepts(`[XZ-G-10] the ${form} alone is enough on the site`, shown(decided, { form }), PUBLISH);
});

describe('publication/summary-incomplete', () => {
  for (const [name, decided] of PUBLISHED)
    for (const gone of SUMMARY_FIELDS)
      for (const form of ['summary', 'both'])
        refuses(
          `[QZ-10a] [XZ-G-10] [JX-1.7a] ${name}: a ${form} without ${gone}`,
          shown(decided, {
            form,
            fields: [...SUMMARY_FIELDS, 'date'].filter((one) => one !== gone),
          }),
          PUBLISH,
          'publication/summary-incomplete',
        );
  const decided = penalty().upTo('decision.made');
  refuses(
    '[XZ-G-10] a summary without a date',
    shown(decided, { fields: SUMMARY_FIELDS }),
    PUBLISH,
    'publication/summary-incomplete',
  );
  for (const bureau of ['national', 'licheng', 'wuding', 'jiaxing', 'guoyang'])
    accepts(
      `${bureau} asks for no date`,
      shown(decided.in(bureau), { fields: SUMMARY_FIELDS }),
      PUBLISH,
    );
  refuses(
    '[QZ-10a] [XZ-G-10] [JX-1.7a] no fields at all',
    shown(decided, { fields: undefined }),
    PUBLISH,
    'publication/summary-incomplete',
  );
  accepts(
    'a document needs no fields',
    shown(decided, { form: 'document', fields: undefined }),
    PUBLISH,
  );
  const gsxt = ['number', 'party', 'violation', 'penalty', 'authority', 'date'];
  for (const gone of gsxt)
    refuses(
      `the penalty system asks for ${gone}`,
      shown(decided, { channel: 'GSXT', fields: gsxt.filter((one) => one !== gone) }),
      PUBLISH,
      'publication/summary-incomplete',
    );
  accepts(
    'and for no more than its six',
    shown(decided.in('xinzhou'), { channel: 'GSXT', fields: gsxt }),
    PUBLISH,
  );
  accepts(
    'fields the script asks for',
    shown(decided.rules({ 'publish.summaryFields': ['number'] }), { fields: ['number'] }),
    PUBLISH,
  );
});

describe('publication/text-differs', () => {
  for (const [name, decided] of PUBLISHED)
    if (['penalty', 'licence', 'confirmation', 'adjudication'].includes(name)) {
      for (const form of ['document', 'both'])
        for (const draft of ['v2', undefined])
          refuses(
            `[QZ-0c] ${name}: a ${form} with the text ${String(draft)}`,
            shown(decided, { form, draft }),
            PUBLISH,
            'publication/text-differs',
            ...(form === 'document' ? ['publication/wrong-form'] : []),
          );
      accepts(
        `${name}: a summary names no text`,
        shown(decided, { form: 'summary', draft: undefined }),
        PUBLISH,
      );
    } else
      accepts(
        `${name}: there is no draft to differ from`,
        shown(decided, { draft: undefined }),
        PUBLISH,
      );
});

describe('publication/unit-missing', () => {
  for (const [name, decided] of PUBLISHED)
    for (const unit of ['', undefined]) {
      refuses(
        `[QZ-0a] ${name}: nobody answers for it (${JSON.stringify(unit)})`,
        shown(decided, { unit }),
        PUBLISH,
        'publication/unit-missing',
      );
      accepts(
        `${name}: elsewhere nobody need be named (${JSON.stringify(unit)})`,
        shown(decided, { unit }),
        PUBLISH,
      );
    }
});
