/** The first passwords of the three administrators, shown once. */
import { Button } from 'antd';
import { useState } from 'react';
import { useRefresh } from '../api/use-answer.ts';
import { DUTIES, type Founding } from './founding.ts';
import { DUTY_TEXTS, SETUP_TEXTS } from './setup.texts.ts';

export function Passwords({ founding }: { readonly founding: Founding }) {
  const refresh = useRefresh();
  const [copied, setCopied] = useState(false);
  const text = (): string =>
    DUTIES.map((duty) => {
      const { name, login, password } = founding.administrators[duty];
      return [DUTY_TEXTS[duty], name, login, password].join('\t');
    }).join('\n');
  return (
    <section className="setup-passwords">
      <h2>{SETUP_TEXTS.done}</h2>
      <p>{SETUP_TEXTS.doneHint}</p>
      <table>
        <caption>{founding.profile.name}</caption>
        <thead>
          <tr>
            <th scope="col">{SETUP_TEXTS.administrators}</th>
            <th scope="col">{SETUP_TEXTS.name}</th>
            <th scope="col">{SETUP_TEXTS.login}</th>
            <th scope="col">{SETUP_TEXTS.password}</th>
          </tr>
        </thead>
        <tbody>
          {DUTIES.map((duty) => {
            const { name, login, password } = founding.administrators[duty];
            return (
              <tr key={duty}>
                <th scope="row">{DUTY_TEXTS[duty]}</th>
                <td>{name}</td>
                <td>{login}</td>
                <td>
                  <code>{password}</code>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <div className="setup-submit">
        <Button
          onClick={() => void navigator.clipboard.writeText(text()).then(() => setCopied(true))}
        >
          {copied ? SETUP_TEXTS.copied : SETUP_TEXTS.copy}
        </Button>
        <Button onClick={() => window.print()}>{SETUP_TEXTS.print}</Button>
        <Button type="primary" onClick={() => void refresh()}>
          {SETUP_TEXTS.kept}
        </Button>
      </div>
    </section>
  );
}
