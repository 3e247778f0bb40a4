/** Copies a text. Browsers keep their clipboard from pages without HTTPS, so there is an older way too. */
import { Button } from 'antd';
import { useState } from 'react';
import { PARTS_TEXTS } from './parts.texts.ts';

export interface CopyButtonProps {
  readonly text: () => string;
  readonly label?: string;
  /** As a link in a line of text. */
  readonly plain?: boolean;
}

export function CopyButton({ text, label = PARTS_TEXTS.copy, plain = false }: CopyButtonProps) {
  const [state, setState] = useState<'ready' | 'copied' | 'failed'>('ready');
  const copy = async (): Promise<void> => {
    setState((await copied(text())) ? 'copied' : 'failed');
  };
  const words = { ready: label, copied: PARTS_TEXTS.copied, failed: PARTS_TEXTS.copyFailed }[state];
  return plain ? (
    <button type="button" className="link" onClick={() => void copy()}>
      {words}
    </button>
  ) : (
    <Button onClick={() => void copy()}>{words}</Button>
  );
}

async function copied(text: string): Promise<boolean> {
  if (window.isSecureContext)
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'unseen';
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  return isCopied;
}
