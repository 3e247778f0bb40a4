import { mkdtempSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { findRoot } from '../platform/package-root.ts';
import { loadSample, loadTemplates } from './catalogue.ts';
import { KindError } from './document.schema.ts';
import { fieldsOf } from './document.ts';
import { FORMS } from './forms.ts';

const root = findRoot();
const templates = loadTemplates(root);
const byNumber = new Map([...templates.values()].map((template) => [template.no, template]));

/**
 * What each form must hold, read off the form itself (2021 范本 with 程序规定 and 行政处罚法): names of items that are required,
 * always or under a condition the form states. Written by hand, not from the templates.
 */
const MUST_HOLD: Readonly<Record<number, string>> = {
  1: 'source-number registered-at source-kind provider content registrar handling-opinion head-opinion',
  7: 'conclusion source-number cause party source-kind verification verification-period extended extension-approval reasons basis assigned decline-ground handlers-opinion unit-opinion head-opinion head-date',
  8: 'item content reasons basis handlers-opinion unit-opinion head-opinion',
  9: 'period place inspectors party presence identity-reply papers-shown subject-matter inspection-basis rights-reply findings statement reading signing refusal',
  10: 'recipient electronic mobile address addressee phone postcode confirmed-on',
  11: 'evidence-name method content source consistency taken-at place provider collectors',
  12: 'period place carrier environment steps files capture recording extractors',
  14: 'period times place interrogators recorder name gender id-number phone address identity-reply subject-matter rights-reply duty-reply dialogue reading signing',
  19: 'party violation place-kind place period list-number contact contact-phone',
  20: 'party original-number original-date reason list-number',
  21: 'party violation basis measure objects list-number place days period storage reconsideration-body court contact contact-phone',
  22: 'party original-number reason days period reconsideration-body court',
  23: 'party original-number ground reason list-number',
  24: 'attached-to items party-name handlers counted-at',
  33: 'party facts violated basis measures deadline-kind deadline recheck reconsideration-body court',
  35: 'party process measures facts evidence nature outcome basis discretion handlers reported-on unit-opinion',
  36: 'review-kind grounds case-name case-number party-name handling-unit handlers submitted-at materials item-jurisdiction item-party item-facts item-nature item-basis item-procedure item-disposition opinion opinion-text reviewer reviewer-licence reviewed-on review-head-opinion round',
  37: 'party facts evidence reasons violated basis penalties discretion hearing contact contact-phone',
  38: 'period place name authority content signing',
  39: 'party held-at place chair recorder',
  40: 'cause attendees investigators party-statement examination final chair recorder signing',
  41: 'cause chair recorder period place investigators party-statement facts suggestion suggestion-text',
  42: 'case-name period place chair members report opinions conclusion recorder',
  43: 'statement hearing reexamination review-opinion outcome basis penalties handlers-opinion unit-opinion head-opinion',
  44: 'party occurred-at occurred-place facts evidence basis penalties payment on-spot-ground told statement reconsideration-body court handlers made-at place signing refusal',
  45: 'party process facts evidence statement nature violated basis discretion-step discretion-standard penalties payment-bank payment-payee payment-account reconsideration-body court publicity violation-type reasons-evidence reasons-basis reasons-discretion',
  46: 'party process facts evidence ground basis reasons-evidence reasons-basis reasons-discretion education reconsideration-body court',
  48: 'party decision-number obligations due surcharge',
  49: 'court party requests basis demand-number demand-delivered-on party-view property attachments head',
  50: 'recipient documents place method deliverers receiver-kind substitute relation substitute-reason refusal recording',
  52: 'items basis manner period place process supervisors handlers',
  53: 'case-name party case-number opened-on result fine-paid receipt-number goods recheck ground handlers-opinion unit-opinion head-opinion',
  54: 'fonds title case-number opened-on closed-on unit handlers archived-on archive-number retention volume items pages',
  55: 'documents',
  // 检查人 is on the form as well, and signed by hand where nobody is named yet.
  56: 'notes maker made-on items pages',
};

describe('the installed forms', () => {
  test('[WD-2.2.2a] they are forms of the national catalogue, under its numbers and titles', () => {
    expect(FORMS).toHaveLength(56);
    expect(FORMS.map((form) => form.no)).toEqual(Array.from({ length: 56 }, (_, i) => i + 1));
    for (const template of templates.values()) {
      if (template.no === null) continue;
      const form = FORMS.find((entry) => entry.no === template.no);
      expect([template.title, template.category], template.folder).toEqual([
        form?.title,
        form?.category,
      ]);
    }
  });

  test.each(Object.entries(MUST_HOLD))(
    '[JX-2.1] [WD-2.2.2a] form %s holds every item the standard form has, and requires it of whoever gives it',
    (no, names) => {
      const template = byNumber.get(Number(no));
      if (!template) throw new Error(`form ${no} is not installed`);
      const required = fieldsOf(template)
        .filter(
          (field) =>
            field.required === true || field.requiredWhen !== undefined || field.post !== undefined,
        )
        .map((field) => field.name);
      expect(required).toEqual(expect.arrayContaining(names.split(' ')));
    },
  );

  test('[WD-2.3.4] the review form has a place for every item a bureau may add; its rules say which must be answered', () => {
    const form = byNumber.get(36);
    const optional = form && fieldsOf(form).filter((field) => field.required !== true);
    expect(optional?.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['item-subject', 'item-authority', 'item-documents', 'item-crime']),
    );
  });

  test('no form is installed without having been read against the catalogue', () => {
    const derived = [...templates.values()].filter((template) => template.no === null);
    expect(derived.map((template) => template.code)).toEqual([
      'publication-review',
      'recording-skipped',
      'exhibit-sheet',
    ]);
    expect([...byNumber.keys()].filter((no) => no !== null)).toEqual(
      Object.keys(MUST_HOLD).map(Number),
    );
  });

  test('papers that carry a number have a word for it, internal ones none', () => {
    const unnumbered = [...templates.values()].filter((template) => template.numberWord === null);
    expect(
      unnumbered.filter((template) => template.category === 'external').map((t) => t.no),
    ).toEqual([10, 50]);
    const words = [...templates.values()].flatMap((template) => template.numberWord ?? []);
    expect(new Set(words).size).toBe(words.length);
    expect(byNumber.get(45)?.numberWord).toBe('处罚');
    expect(byNumber.get(37)?.numberWord).toBe('罚告');
    expect(byNumber.get(33)?.numberWord).toBe('责改');
    expect(byNumber.get(21)?.numberWord).toBe('强制');
    expect(byNumber.get(44)?.numberWord).toBe('当罚');
  });

  test('every folder holds the three files, and nothing else', () => {
    for (const { folder } of templates.values()) {
      expect(readdirSync(join(root, 'templates', folder)).sort()).toEqual([
        'document.json',
        'sample.json',
        'template.typ',
      ]);
    }
  });

  test('folders begin with the number of the form', () => {
    for (const { folder, no } of templates.values()) {
      expect(folder.split('-')[0]).toBe(
        no === null ? folder.slice(0, 2) : String(no).padStart(2, '0'),
      );
    }
  });
});

describe('loading', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'templates-'));
  afterAll(() => rmSync(scratch, { recursive: true }));

  function install(folder: string, json: unknown): void {
    mkdirSync(join(scratch, 'templates', folder), { recursive: true });
    writeFileSync(join(scratch, 'templates', folder, 'document.json'), JSON.stringify(json));
  }

  test('an extension is applied to its kind, and one for no kind is refused', () => {
    const section = { title: '本局补充', fields: [{ name: 'grid', label: '网格', type: 'line' }] };
    const extended = loadTemplates(root, [{ code: 'case-opening', sections: [section] }]);
    expect(extended.get('case-opening')?.sections.at(-1)?.added).toBe(true);
    expect(extended.get('case-source')?.sections.at(-1)?.added).toBeUndefined();
    expect(() => loadTemplates(root, [{ code: 'weather', sections: [section] }])).toThrow(
      KindError,
    );
    expect(() => loadTemplates(root, [null])).toThrow(KindError);
  });

  test('a code used twice is refused', () => {
    const kind = {
      no: null,
      code: 'note',
      title: '便笺',
      category: 'internal',
      numberWord: null,
      basis: ['本局'],
      copies: null,
      sections: [{ title: '一', fields: [{ name: 'a', label: '甲', type: 'line' }] }],
    };
    install('z1-note', kind);
    expect([...loadTemplates(scratch).keys()]).toEqual(['note']);
    install('z2-note', kind);
    expect(() => loadTemplates(scratch)).toThrow(KindError);
  });

  test('a sample of the wrong shape is refused, and a root that is none is not found', () => {
    const template = templates.get('case-source');
    if (!template) throw new Error('form 1 is not installed');
    expect(() => loadSample(scratch, template)).toThrow();
    expect(() => findRoot('file:///nowhere/at/all.ts')).toThrow('no package root');
  });
});
