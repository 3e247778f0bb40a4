/** One of a few, all in sight: pressed is the chosen one. Empty until somebody chooses. */
import type { Choice } from './field.tsx';

export interface SwitchProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: string;
  readonly onChoose: (value: string) => void;
}

export function Switch({ label, choices, value, onChoose }: SwitchProps) {
  return (
    <div className="office-switch" role="group" aria-label={label}>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          aria-pressed={choice.value === value}
          onClick={() => onChoose(choice.value)}
        >
          {choice.label}
        </button>
      ))}
    </div>
  );
}
