/** Values that do not hold for a field of a form, by its type. */
import type { FormField } from '../../src/matter/matter.api.ts';

export interface FieldFaultCase {
  readonly value: unknown;
  /** Below the field, where one of several values is at fault. */
  readonly below?: string;
}

const TOO_LONG = '长'.repeat(20_001);

/** What the form must refuse in this field, round by round; the last round asks nothing of most fields. */
export function badValues(field: FormField): readonly FieldFaultCase[] {
  switch (field.type) {
    case 'boolean':
      return [{ value: '是' }, { value: 1 }, { value: { a: 1 } }];
    case 'number':
      return [-1, 1.5, '3', { a: 1 }, true].map((value) => ({ value }));
    case 'act':
      return [-1, 0, 1.5, '3', { a: 1 }].map((value) => ({ value }));
    case 'money':
      return [-1, 0.5, '3', { a: 1 }, 1e15].map((value) => ({ value }));
    case 'date':
    case 'datetime':
      return ['2026-02-30', '2026-13-01', 'yesterday', 20260101, { a: 1 }].map((value) => ({
        value,
      }));
    case 'date-range':
      return [
        { value: 'x' },
        { value: { from: '2026-02-30', to: '2026-03-01' }, below: '/from' },
        { value: [1] },
      ];
    case 'choice':
      return ['bogus', 'toString', 7, ['x'], { a: 1 }].map((value) => ({ value }));
    case 'choices':
      return [{ value: 'x' }, { value: 7 }, { value: { a: 1 } }];
    case 'staff':
      return [{ value: 7 }, { value: ['x'] }, { value: 'nobody' }];
    case 'staff-list':
      return [{ value: 7 }, { value: 'x' }, { value: [7] }];
    case 'exhibit':
      return [{ value: 7 }, { value: ['x'] }, { value: 'nothing' }];
    case 'line':
    case 'text':
      return [7, true, ['x'], { a: 1 }, TOO_LONG].map((value) => ({ value }));
    case 'paragraphs':
      return [{ value: '一段话' }, { value: 7 }, { value: [7], below: '/0' }];
    case 'list':
    case 'officers':
      return [
        { value: 'x' },
        { value: 7 },
        { value: ['x'] },
        { value: [{ bogus: 1 }], below: '/0/bogus' },
      ];
    case 'person':
    case 'party':
      return [{ value: 'x' }, { value: 7 }, { value: { bogus: 1 }, below: '/bogus' }];
    default:
      throw new Error(`a field of a type without faults: ${field.type}`);
  }
}
