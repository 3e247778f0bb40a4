/** A matter before its first act, for controls of forms that ask what is already on file: nothing is. */
import type { MatterView } from '../../matter/matter.api.ts';

export const NOT_BEGUN: MatterView = {
  id: '',
  bureau: '',
  procedure: { id: '', title: '' },
  subject: '',
  flags: [],
  party: { name: '', kind: '' },
  unit: { id: '', name: '' },
  handlers: [],
  caseNumber: null,
  decisionNumber: null,
  state: '',
  stage: '',
  stages: [],
  seq: 0,
  clocks: [],
  acts: [],
  possible: [],
  requests: [],
  review: { kind: '', grounds: [], status: '', rounds: 0 },
  publication: [],
  missing: { acts: [], recordings: [], texts: [] },
  sealed: { acts: 0, of: 0 },
};
