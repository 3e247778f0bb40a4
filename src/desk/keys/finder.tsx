/** Find or do, `Ctrl K`: a matter, a party, a page, an act that begins something. */
import { Input, Modal } from 'antd';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { useSession } from '../account/session.ts';
import { useAnswer } from '../api/use-answer.ts';
import { KeyCap } from '../parts/key-cap.tsx';
import { FINDER } from './door.ts';
import { type Finding, findings } from './findings.ts';
import './keys.css';
import { FINDER_TEXTS } from './keys.texts.ts';
import { useKeys } from './use-keys.ts';
import { useSettled } from './use-settled.ts';

export function Finder() {
  const [open, setOpen] = useState(false);
  useEffect(() => FINDER.onOpen(() => setOpen(true)), []);
  useKeys({ 'Ctrl+K': () => setOpen(true) });
  return (
    <Modal
      title={FINDER_TEXTS.title}
      open={open}
      footer={null}
      width={640}
      style={{ top: 64 }}
      destroyOnHidden
      onCancel={() => setOpen(false)}
    >
      <Palette onDone={() => setOpen(false)} />
    </Modal>
  );
}

function Palette({ onDone }: { readonly onDone: () => void }) {
  const navigate = useNavigate();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const found = useFindings(typed.trim());
  const current = found[Math.min(at, found.length - 1)];
  const open = (finding: Finding | undefined): void => {
    if (!finding) return;
    onDone();
    void navigate(finding.to);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt((now) => Math.max(0, Math.min(found.length - 1, now + step)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      open(current);
    }
  };
  return (
    <div className="finder">
      <Input
        size="large"
        autoFocus
        role="combobox"
        aria-label={FINDER_TEXTS.title}
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={current ? `${id}-${current.key}` : undefined}
        placeholder={FINDER_TEXTS.hint}
        maxLength={100}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      {found.length === 0 ? (
        <p className="note">{FINDER_TEXTS.nothing}</p>
      ) : (
        <ul id={`${id}-list`} role="listbox" aria-label={FINDER_TEXTS.results}>
          {found.map((finding) => (
            <li
              key={finding.key}
              id={`${id}-${finding.key}`}
              role="option"
              aria-selected={finding === current}
              // The keyboard chooses from the field, by `aria-activedescendant`.
              onClick={() => open(finding)}
            >
              <span>
                <strong>{finding.title}</strong>
                {finding.note !== '' && <small>{finding.note}</small>}
              </span>
              <small>{finding.kind}</small>
            </li>
          ))}
        </ul>
      )}
      <p className="note finder-keys">
        <KeyCap>↑</KeyCap>
        <KeyCap>↓</KeyCap>
        {FINDER_TEXTS.move}
        <KeyCap>Enter</KeyCap>
        {FINDER_TEXTS.open}
      </p>
    </div>
  );
}

function useFindings(typed: string): Finding[] {
  const { person } = useSession();
  const text = useSettled(typed, 200);
  const enabled = text !== '' && person.roles.length > 0;
  const matters = useAnswer('Matters', '/matters', { text }, { enabled });
  const parties = useAnswer('Parties', '/parties', { text }, { enabled });
  return findings(person, typed, {
    matters: enabled ? (matters.data?.matters ?? []) : [],
    parties: enabled ? (parties.data?.parties ?? []) : [],
  });
}
