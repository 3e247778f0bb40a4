/** A photograph as a phone would have taken it: JPEG with its moment, drawn after {@link sceneSvg}. */
import sharp from 'sharp';
import type { PhotoScene } from '../plot.ts';
import { sceneSvg } from './scene.ts';

export interface PhotoWish {
  readonly scene: PhotoScene;
  /** What the drawing follows from. */
  readonly name: string;
  /** ISO 8601 in China. */
  readonly takenAt: string;
}

export async function takePhoto({ scene, name, takenAt }: PhotoWish): Promise<Buffer> {
  const moment = `${takenAt.slice(0, 10).replaceAll('-', ':')} ${takenAt.slice(11, 19)}`;
  return sharp(Buffer.from(sceneSvg(scene, name)))
    .blur(0.8)
    .jpeg({ quality: 72 })
    .withExif({
      IFD0: { Make: 'Zhuding', Model: 'Rehearsal', DateTime: moment },
      IFD2: { DateTimeOriginal: moment, OffsetTimeOriginal: '+08:00' },
    })
    .toBuffer();
}
