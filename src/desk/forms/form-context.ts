/**
 * What every control of a form needs. The form is a store, so that a key pressed in one field draws that field again and
 * not the sixty others.
 */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { FormField, FormView, MatterView } from '../../matter/matter.api.ts';
import type { PersonView } from '../../staff/staff.api.ts';
import { type FormState, type Path, valueAt } from './form-values.ts';

export interface FormStore {
  /** Calls back at each change until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly state: () => FormState;
  /** What is said of a field, by its pointer; that it is empty only once the person has come to it. */
  faultsOf(pointer: string): readonly string[];
  set(path: Path, value: unknown): void;
  /** The person has left the field: from now on its faults are shown. */
  touch(pointer: string): void;
}

export interface FormContextValue {
  readonly form: FormView;
  readonly matter: MatterView;
  readonly people: readonly PersonView[];
  readonly store: FormStore;
  /** Whether a field stands as it was put before the head, to be read and not changed. */
  readonly isPut: (field: FormField) => boolean;
}

export const FormContext = createContext<FormContextValue | null>(null);

/** The form around a control; throws Error outside one. */
export function useForm(): FormContextValue {
  const form = useContext(FormContext);
  if (form === null) throw new Error('a control outside a form');
  return form;
}

/** What stands at a place of the form. */
export function useValue(path: Path): unknown {
  const { store } = useForm();
  return useSyncExternalStore(store.subscribe, () => valueAt(store.state(), path));
}

/** All that is filled in; for what has to be drawn again at every key. */
export function useFormState(): FormState {
  const { store } = useForm();
  return useSyncExternalStore(store.subscribe, store.state);
}

/** What is said of a field. */
export function useFaults(pointer: string): readonly string[] {
  const { store } = useForm();
  // One text, since a list would be another one each time.
  const said = useSyncExternalStore(store.subscribe, () => store.faultsOf(pointer).join('\n'));
  return said === '' ? [] : said.split('\n');
}
