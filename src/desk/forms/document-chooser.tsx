/** Which of the optional documents go with the act: any of them, or one where a decision is proposed. */
import { FORM_TEXTS } from './form.texts.ts';
import { useForm, useFormState } from './form-context.ts';
import { applies } from './form-values.ts';

export function DocumentChooser({
  onChange,
}: {
  readonly onChange: (codes: readonly string[]) => void;
}) {
  const { form } = useForm();
  const state = useFormState();
  const optional = form.documents.filter((one) => one.optional && applies(one, state.fields));
  if (optional.length === 0) return null;
  const isOne = form.proposal;
  return (
    <fieldset className="forms-part forms-group forms-chooser">
      <legend>{isOne ? FORM_TEXTS.proposal : FORM_TEXTS.optionalDocuments}</legend>
      {isOne && <p className="field-hint">{FORM_TEXTS.proposalHint}</p>}
      <div className="forms-pills">
        {optional.map(({ code, title }) => (
          <label key={code} className="forms-pill">
            <input
              type={isOne ? 'radio' : 'checkbox'}
              name="documents"
              checked={state.included.includes(code)}
              onChange={() =>
                onChange(
                  isOne
                    ? [code]
                    : optional
                        .map((one) => one.code)
                        .filter((one) => state.included.includes(one) !== (one === code)),
                )
              }
            />
            {title}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
