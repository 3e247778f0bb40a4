import sharp from 'sharp';
import type { FormatName } from '../formats.ts';
import { readExif } from './exif.ts';
import { type Media, plainMedia } from './media.ts';

/** Photos: size, time and place, a small picture; and whether all of the picture is there. */

/** Longest side of a thumbnail, in pixels. */
export const THUMBNAIL_SIDE = 480;
export const THUMBNAIL_QUALITY = 75;

/** Only the readers of what we take: none of the many others may meet a stranger's bytes. */
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpeg',
    'VipsForeignLoadPng',
    'VipsForeignLoadWebp',
    'VipsForeignLoadHeif',
  ],
});
/** One photo at a time, without keeping pixels of the last. */
sharp.cache(false);
sharp.concurrency(1);

/** Reads head and EXIF data; no pixels. @throws Error when that cannot be read */
export async function describePhoto(path: string): Promise<Media> {
  const { autoOrient, exif } = await sharp(path, { limitInputPixels: false }).metadata();
  const { width, height } = autoOrient;
  return { ...plainMedia('photo'), width, height, ...(await readExif(exif)) };
}

/** The picture was cut off. */
export class PictureTruncated extends Error {}

/**
 * A WebP picture of at most 480 × 480, turned upright, without EXIF data. Reads all of the photo, so it finds one that is
 * cut off. Null for HEIC: its codec is not free, and the browser that took the photo sends a thumbnail of its own.
 *
 * @throws PictureTruncated, or Error when the picture cannot be decoded or has more than `maxPixels`
 */
export async function thumbnailOfPhoto(
  path: string,
  format: FormatName,
  maxPixels: number,
): Promise<Uint8Array | null> {
  if (format === 'heic') return null;
  const photo = sharp(path, {
    failOn: 'truncated',
    limitInputPixels: maxPixels,
    sequentialRead: true,
  });
  try {
    return await photo
      .autoOrient()
      .resize(THUMBNAIL_SIDE, THUMBNAIL_SIDE, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: THUMBNAIL_QUALITY })
      .toBuffer();
  } catch (error) {
    // libjpeg's words; the other formats are walked through before.
    if (error instanceof Error && error.message.includes('premature end')) {
      throw new PictureTruncated(error.message, { cause: error });
    }
    throw error;
  }
}
