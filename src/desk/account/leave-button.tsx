/** For whoever is not this person after all. */
import { Button } from 'antd';
import { useCommand } from '../api/use-command.ts';
import { ACCOUNT_TEXTS } from './account.texts.ts';

export function LeaveButton({ name }: { readonly name: string }) {
  const leave = useCommand({ method: 'DELETE', path: '/session' });
  return (
    <p className="doorstep-leave">
      {name}
      <Button type="link" loading={leave.running} onClick={() => void leave.send()}>
        {ACCOUNT_TEXTS.notYou}
      </Button>
    </p>
  );
}
