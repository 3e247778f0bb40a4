/** The first passwords of the three administrators, to be noted before the bureau is founded and handed over after. */
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { CopyButton } from '../parts/copy-button.tsx';
import { DUTIES, type Founding } from './founding.ts';
import { DUTY_TEXTS, SETUP_TEXTS } from './setup.texts.ts';

export interface PasswordsProps {
  readonly founding: Founding;
  readonly title: string;
  readonly hint: string;
  /** What went wrong, above the buttons. */
  readonly notice?: ReactNode;
  /** What to do next, beside copying and printing. */
  readonly children: ReactNode;
}

export function Passwords({ founding, title, hint, notice, children }: PasswordsProps) {
  const text = (): string =>
    DUTIES.map((duty) => {
      const { name, login, password } = founding.administrators[duty];
      return [DUTY_TEXTS[duty], name, login, password].join('\t');
    }).join('\n');
  return (
    <section className="setup-passwords">
      <div role="status">
        <h2>{title}</h2>
        <p>{hint}</p>
      </div>
      <table>
        <caption>{founding.profile.name}</caption>
        <thead>
          <tr>
            <th scope="col">{SETUP_TEXTS.post}</th>
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
      {notice}
      <div className="setup-submit">
        {children}
        <CopyButton text={text} />
        <Button onClick={() => window.print()}>{SETUP_TEXTS.print}</Button>
      </div>
    </section>
  );
}
