/** Making the files of the rehearsal's cases and putting them into the store. */
import type { StoredFile } from '../../evidence/upload/upload.ts';
import { fill, type Resolve } from '../fill.ts';
import { EXHIBIT_NAMES } from '../papers/exhibits.texts.ts';
import type { Beat, ExhibitPlan } from '../plot.ts';
import { type ClipName, copyClip } from './clip.ts';
import type { Filing } from './file-exhibit.ts';
import { takePhoto } from './photo.ts';
import { scanImage, scanPdf } from './scan.ts';

export interface ExhibitMaker {
  /** A photograph or scan; `mark` tells it from every other. */
  make(plan: ExhibitPlan, mark: string, takenAt: string, resolve: Resolve): Promise<StoredFile>;
  /** A recording of the beat. */
  record(beat: Beat, how: 'video' | 'voice', mark: string): Promise<StoredFile>;
}

/** `root` is the folder of the package, which brings font and clips. */
export function openExhibitMaker(filing: Filing, root: string): ExhibitMaker {
  return {
    async make(plan, mark, takenAt, resolve) {
      const name = String(fill(plan.name, resolve));
      if (plan.kind === 'photo')
        return filing.file(await takePhoto({ scene: plan.scene, name: mark, takenAt }), name);
      const lines = plan.lines.map((line) => String(fill(line, resolve)));
      const paper = { title: String(fill(plan.title, resolve)), lines, name: mark };
      const scan = name.endsWith('.pdf') ? scanPdf : scanImage;
      return filing.file(await scan(paper, root), name);
    },
    async record(beat, how, mark) {
      const clip = how === 'voice' ? 'voice' : clipOf(beat);
      return filing.file(await copyClip(clip, mark, root), EXHIBIT_NAMES[clip], clip);
    },
  };
}

function clipOf(beat: Beat): ClipName {
  if (beat.act === 'hearing.held') return 'hearing';
  return beat.act === 'evidence.recorded' ? 'interview' : 'inspection';
}
