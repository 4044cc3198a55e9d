import { useEffect, useState } from 'preact/hooks';
import type { RuleRow, RulesView } from '../../../cards/views/rules.ts';
import type { Api } from '../api.ts';
import { Field, firstValue, type Values } from '../draw/inputs.tsx';
import { PlainBlock } from '../draw/plain-block.tsx';
import { useWords } from '../words.ts';
import { Settings } from './settings.tsx';

interface Props {
  readonly api: Api;
  /** Counts up when what could not be read is to be read again. */
  readonly again: number;
  /** What is shown: the decision by facts, or `settings` with the one that is open. */
  readonly address: readonly string[];
}

/** What decides: the rules by facts of one's own choice, and the settings of one's office. */
export function Rules({ api, again, address }: Props) {
  const words = useWords();
  const [shown = ''] = address;
  const isSettings = shown === 'settings';
  return (
    <>
      <nav class="parts" aria-label={words.pages.rules}>
        <a href="#/rules" aria-current={isSettings ? undefined : 'page'}>
          {words.decision}
        </a>
        <a href="#/rules/settings" aria-current={isSettings ? 'page' : undefined}>
          {words.settings}
        </a>
      </nav>
      {isSettings ? (
        <Settings api={api} again={again} open={address.slice(1)} />
      ) : (
        <Decision api={api} again={again} />
      )}
    </>
  );
}

/** Facts on the left, on the right the decision by them with every rule: whether it fired, and why not. */
function Decision({ api, again }: Omit<Props, 'address'>) {
  const words = useWords();
  const [values, setValues] = useState<Values>({});
  const [view, setView] = useState<RulesView | null>(null);
  useEffect(() => {
    let isLatest = true;
    const query = new URLSearchParams(values).toString();
    void api.rules(query === '' ? '' : `?${query}`).then((found) => {
      if (isLatest && found) setView(found);
    });
    return () => {
      isLatest = false;
    };
  }, [api, values, again]);
  if (!view) return <p class="subtle">{words.loading}</p>;
  return (
    <div class="rules">
      <section aria-label={words.facts}>
        <h2>{words.facts}</h2>
        <p class="subtle">{words.factsHint}</p>
        {view.facts.map((input) => (
          <Field
            key={input.id}
            input={input}
            name={`fact-${input.id}`}
            value={values[input.id] ?? firstValue(input)}
            change={(value) => setValues({ ...values, [input.id]: value })}
          />
        ))}
      </section>
      <section aria-label={words.decision} aria-live="polite">
        <h2>{words.decision}</h2>
        <PlainBlock block={{ kind: 'facts', facts: view.decision }} />
        <RuleList {...view.owners} />
        <RuleList {...view.additions} />
      </section>
    </div>
  );
}

function RuleList({ title, rows }: RulesView['owners']) {
  const words = useWords();
  const fired = rows.filter(({ state }) => state === 'fired');
  const others = rows.filter(({ state }) => state !== 'fired');
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {fired.map((row) => (
          <Rule key={row.id} row={row} />
        ))}
      </ul>
      <details>
        <summary>{words.otherRules(others.length)}</summary>
        <ul>
          {others.map((row) => (
            <Rule key={row.id} row={row} />
          ))}
        </ul>
      </details>
    </>
  );
}

function Rule({ row: { id, text, state, why, source } }: { readonly row: RuleRow }) {
  const words = useWords();
  return (
    <li class={`row ${state === 'fired' ? 'good' : 'default'}`}>
      <span class="strong">
        {id}. {text}
      </span>
      <span class="clock">{words.ruleStates[state]}</span>
      {why && <p>{why}</p>}
      {source && <p class="subtle">{source}</p>}
    </li>
  );
}
