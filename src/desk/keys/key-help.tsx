/** The keys, shown by `?`. */
import { Modal } from 'antd';
import { useEffect, useState } from 'react';
import { KeyCap } from '../parts/key-cap.tsx';
import { KEY_HELP } from './door.ts';
import './keys.css';
import { KEY_GROUPS, KEY_TEXTS } from './keys.texts.ts';
import { useKeys } from './use-keys.ts';

export function KeyHelp() {
  const [open, setOpen] = useState(false);
  useEffect(() => KEY_HELP.onOpen(() => setOpen(true)), []);
  useKeys({ '?': () => setOpen(true) });
  return (
    <Modal
      title={KEY_TEXTS.help}
      open={open}
      footer={null}
      width={680}
      onCancel={() => setOpen(false)}
    >
      <div className="key-groups">
        {KEY_GROUPS.map(({ where, keys }) => (
          <section key={where}>
            <h3>{where}</h3>
            <dl>
              {keys.map(([caps, what]) => (
                <div key={what}>
                  <dt>
                    {caps.map((cap) => (
                      <KeyCap key={cap}>{cap}</KeyCap>
                    ))}
                  </dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="note">{KEY_TEXTS.helpNote}</p>
    </Modal>
  );
}
