import type { Input } from '../../../cards/view.ts';
import { useWords } from '../words.ts';

/** What stands in inputs, by their names, as a card sends it: several choices with commas between them. */
export type Values = Readonly<Record<string, string>>;

/** The value of an input as it is shown first. */
export function firstValue(input: Input): string {
  switch (input.kind) {
    case 'text':
    case 'date':
      return input.value;
    case 'choice':
      return input.value.join(',');
    case 'toggle':
      return String(input.value);
    default: {
      const never: never = input;
      return never;
    }
  }
}

interface FieldProps {
  readonly input: Input;
  readonly name: string;
  readonly value: string;
  readonly change: (value: string) => void;
}

/** One input with its label, hint and problem. */
export function Field(props: FieldProps) {
  const { input, name } = props;
  const words = useWords();
  const label = (
    <>
      {input.label}
      {input.required === true && <span class="subtle"> ({words.required})</span>}
    </>
  );
  const notes = (
    <>
      {input.hint && (
        <p class="subtle" id={`${name}-hint`}>
          {input.hint}
        </p>
      )}
      {input.problem && (
        <p class="problem" id={`${name}-problem`} role="alert">
          {input.problem}
        </p>
      )}
    </>
  );
  if (input.kind === 'choice' && (input.multiple === true || input.expanded === true)) {
    return (
      <fieldset class="field">
        <legend>{label}</legend>
        <Choices {...props} />
        {notes}
      </fieldset>
    );
  }
  if (input.kind === 'toggle') {
    return (
      <div class="field">
        <label class="check" for={name}>
          <Control {...props} /> {label}
        </label>
        {notes}
      </div>
    );
  }
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <Control {...props} />
      {notes}
    </div>
  );
}

function describedBy({ hint, problem }: Input, name: string): string | undefined {
  const ids = [hint && `${name}-hint`, problem && `${name}-problem`].filter((id) => id);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

function Control({ input, name, value, change }: FieldProps) {
  const common = {
    id: name,
    name: input.id,
    'aria-describedby': describedBy(input, name),
    'aria-invalid': input.problem !== undefined,
    required: input.required === true,
  };
  const typed = (event: Event) => change((event.currentTarget as HTMLInputElement).value);
  switch (input.kind) {
    case 'text': {
      const inputMode = input.style === 'tel' || input.style === 'email' ? input.style : undefined;
      const limits = { maxLength: input.maxLength, placeholder: input.placeholder };
      return input.multiline === true ? (
        <textarea {...common} {...limits} rows={3} value={value} onInput={typed} />
      ) : (
        <input
          {...common}
          {...limits}
          type="text"
          inputMode={inputMode}
          value={value}
          onInput={typed}
          autocomplete="off"
        />
      );
    }
    case 'date':
      return <input {...common} type="date" value={value} onInput={typed} />;
    case 'choice':
      return (
        <select {...common} value={value} onChange={typed}>
          <option value="">{input.placeholder ?? '–'}</option>
          {input.choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.title}
            </option>
          ))}
        </select>
      );
    case 'toggle':
      return (
        <input
          {...common}
          type="checkbox"
          checked={value === 'true'}
          onChange={(event) => change(String(event.currentTarget.checked))}
        />
      );
    default: {
      const never: never = input;
      return never;
    }
  }
}

function Choices({ input, name, value, change }: FieldProps) {
  if (input.kind !== 'choice') return null;
  const chosen = value === '' ? [] : value.split(',');
  const many = input.multiple === true;
  const toggle = (one: string, on: boolean) => {
    if (!many) return change(one);
    const others = chosen.filter((other) => other !== one);
    change((on ? [...others, one] : others).join(','));
  };
  return (
    <div class="choices">
      {input.choices.map((choice) => (
        <label class="check" key={choice.value}>
          <input
            type={many ? 'checkbox' : 'radio'}
            name={name}
            checked={chosen.includes(choice.value)}
            onChange={(event) => toggle(choice.value, event.currentTarget.checked)}
          />{' '}
          {choice.title}
        </label>
      ))}
    </div>
  );
}
