/** What every control of a form needs: what is filled in, how to change it, what speaks against it. */
import { createContext, useContext } from 'react';
import type { FormView, MatterView } from '../../matter/matter.api.ts';
import type { PersonView } from '../../staff/staff.api.ts';
import type { FormState, Path } from './form-values.ts';

export interface FormContextValue {
  readonly form: FormView;
  readonly matter: MatterView;
  readonly people: readonly PersonView[];
  readonly state: FormState;
  set(path: Path, value: unknown): void;
  /** What is said of a field, by its pointer; empty while the person has not come to it yet. */
  faultsOf(pointer: string): readonly string[];
  /** The person has left the field: from now on its faults are shown. */
  touch(pointer: string): void;
}

export const FormContext = createContext<FormContextValue | null>(null);

/** The form around a control; throws Error outside one. */
export function useForm(): FormContextValue {
  const form = useContext(FormContext);
  if (form === null) throw new Error('a control outside a form');
  return form;
}
