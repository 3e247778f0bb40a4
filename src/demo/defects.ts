/**
 * The two defects planted among the rehearsal's cases, so that whoever tries the system can find them. Each is lawful to
 * record and wrong to have done: nothing is forged, the acts themselves tell.
 */

export interface PlantedDefect {
  /** Id of the case in `cases.ts`. */
  readonly demoCase: string;
  readonly what: string;
  /** Where it shows. */
  readonly shownBy: readonly string[];
}

export const DEFECTS: readonly PlantedDefect[] = [
  {
    demoCase: 'c16',
    what: 'Published 23 working days after the decision; the limits are 7 on the own site (国办发〔2018〕118号) and 20 on the national system (公示规定 art. 9).',
    shownBy: [
      'the publication clocks of the case, ended after their due day',
      'the table of publication slots of the portal, where its number stands as late',
    ],
  },
  {
    demoCase: 'c21',
    what: 'An inquiry at the bureau without the recording in sound and picture that it must have (国办发〔2018〕118号).',
    shownBy: [
      'the list of recording duties of the case, where it stands as missing',
      'the check before archiving, which refuses the closed file: record/av-missing',
    ],
  },
];
