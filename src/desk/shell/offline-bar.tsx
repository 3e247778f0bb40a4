/** Without a network: what is there can be read, nothing can be done. */
import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { SHELL_TEXTS } from './shell.texts.ts';

export function useIsOnline(): boolean {
  return useSyncExternalStore(
    (listener) => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
  );
}

export function OfflineBar() {
  if (useIsOnline()) return null;
  return (
    <div className="offline-bar" role="status">
      {SHELL_TEXTS.offline}
    </div>
  );
}
