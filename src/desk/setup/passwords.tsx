/** The first passwords of the three administrators, shown once. */
import { Button } from 'antd';
import { CopyButton } from '../parts/copy-button.tsx';
import { DUTIES, type Founding } from './founding.ts';
import { DUTY_TEXTS, SETUP_TEXTS } from './setup.texts.ts';

export function Passwords({
  founding,
  onLeave,
}: {
  readonly founding: Founding;
  readonly onLeave: () => void;
}) {
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
      <div className="setup-submit">
        <CopyButton text={text} />
        <Button onClick={() => window.print()}>{SETUP_TEXTS.print}</Button>
        <Button type="primary" onClick={onLeave}>
          {SETUP_TEXTS.kept}
        </Button>
      </div>
    </section>
  );
}
