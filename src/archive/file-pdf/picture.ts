/** Pictures as the sheets of a file print them: upright JPEG, no larger than paper can show. */
import sharp from 'sharp';

/** Pixels of the longer side: 200 an inch over the width of the sheet. */
const SIDE = 1600;

/** Null for a picture that cannot be decoded here, such as HEIC. The same bytes give the same picture. */
export async function printedPicture(bytes: Uint8Array): Promise<Uint8Array | null> {
  try {
    return await sharp(bytes, { sequentialRead: true })
      .autoOrient()
      .resize(SIDE, SIDE, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .jpeg({ quality: 82 })
      .toBuffer();
  } catch {
    return null;
  }
}
