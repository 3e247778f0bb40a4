/** Uploads of one place inside components. */
import { useMemo, useSyncExternalStore } from 'react';
import { onUploads, type UploadItem, uploadItems } from './uploads.ts';

export function useUploads(place: string): readonly UploadItem[] {
  const items = useSyncExternalStore(onUploads, uploadItems);
  return useMemo(() => items.filter((item) => item.place === place), [items, place]);
}
