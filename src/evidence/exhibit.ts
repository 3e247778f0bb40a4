/** From a file in the store to the data of the act that puts it in evidence. Pure. */
import type { DeskDataOf, ExhibitMedia } from '../matter/desk-act-data.ts';
import type { Media } from './media/media.ts';
import type { StoredFile } from './upload/upload.ts';

export interface ExhibitClaims {
  readonly exhibit: string;
  readonly name?: string | undefined;
  readonly of?: number | undefined;
  readonly note?: string | undefined;
  readonly source?: string | undefined;
}

export function exhibitData(
  { descriptor, name, media, thumbnail }: StoredFile,
  claims: ExhibitClaims,
): DeskDataOf<'exhibit.added'> {
  const takenAt = exhibitMedia(media).takenAt;
  return {
    exhibit: claims.exhibit,
    name: claims.name ?? name,
    blob: descriptor,
    ...(claims.of === undefined ? {} : { of: claims.of }),
    ...(claims.note === undefined ? {} : { note: claims.note }),
    ...(claims.source === undefined ? {} : { source: claims.source }),
    ...(takenAt === undefined ? {} : { takenAt }),
    media: exhibitMedia(media),
    ...(thumbnail === null ? {} : { thumbnail }),
  };
}

/** What a file says of itself, in whole numbers. */
export function exhibitMedia(media: Media): ExhibitMedia {
  const { kind, duration, width, height, codecs, pages, takenAt, place } = media;
  return {
    kind,
    ...(duration === null ? {} : { durationMs: Math.round(duration * 1000) }),
    ...(width === null ? {} : { width }),
    ...(height === null ? {} : { height }),
    ...(codecs.length === 0 ? {} : { codecs: [...codecs] }),
    ...(pages === null || pages === 0 ? {} : { pages }),
    ...(takenAt === null ? {} : { takenAt: `${takenAt.local}${takenAt.offset ?? ''}` }),
    ...(place === null
      ? {}
      : {
          latitudeE7: Math.round(place.latitude * 1e7),
          longitudeE7: Math.round(place.longitude * 1e7),
        }),
  };
}
