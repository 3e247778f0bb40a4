/** Acts before the party that need two officers and their certificates (rehearsal format §3), each as the last of a lawful script. */
import { inspection, licence, penalty, seizure, summary } from './lawful.ts';
import type { Script } from './script.ts';

const both = ['o1', 'o2'];

export const FIELD_ACTS: readonly [title: string, script: Script, act: string][] = [
  ['an inspection in a penalty case', penalty().upTo('premises.inspected'), 'premises.inspected'],
  [
    'a delivery by hand in a penalty case',
    penalty().upTo('decision.delivered'),
    'decision.delivered',
  ],
  ['evidence in a summary case', summary().upTo('evidence.recorded'), 'evidence.recorded'],
  ['a summary decision', summary().upTo('decision.made'), 'decision.made'],
  [
    'a delivery by hand in a summary case',
    summary().upTo('decision.delivered'),
    'decision.delivered',
  ],
  ['a seizure', seizure().upTo('seizure.ordered'), 'seizure.ordered'],
  ['a random inspection', inspection().upTo('premises.inspected'), 'premises.inspected'],
  [
    'an inspection for a licence',
    licence()
      .upTo('application.accepted')
      .add('2025-03-04', 'identity.shown', {}, both)
      .add('2025-03-04', 'premises.inspected', {}, both),
    'premises.inspected',
  ],
];
