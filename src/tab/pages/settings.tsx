import { useEffect, useRef, useState } from 'preact/hooks';
import type { SettingsPageRow, SettingsPageView } from '../../../cards/views/settings-page.ts';
import type { TriedChangeView } from '../../../cards/views/tried-change.ts';
import type { Api, Payload, Request } from '../api.ts';
import { TryButton } from '../draw/action.tsx';
import { TryContext } from '../draw/try-context.ts';
import { useReadEvery } from '../every.ts';
import { useWords } from '../words.ts';
import { Panel } from './case.tsx';
import { Tried } from './tried.tsx';

interface Props {
  readonly api: Api;
  /** Counts up when what could not be read is to be read again. */
  readonly again: number;
  /** What is open beside the list: a setting by its key, or `change` and the number of a proposal. */
  readonly open: readonly string[];
}

function requestOf([key = '', id = '']: readonly string[]): Request | null {
  if (key === '') return null;
  if (key === 'change') return { payload: { verb: 'setting.look', changeId: id } };
  return { payload: { verb: 'setting.show', setting: key } };
}

/** The settings of one's office with where each comes from, the proposals that wait, and beside them the one that is open. */
export function Settings({ api, again, open }: Props) {
  const words = useWords();
  const [view, setView] = useState<SettingsPageView | null>(null);
  const [done, setDone] = useState(0);
  useReadEvery(() => void api.settings().then((found) => found && setView(found)), [api, again, done]);
  const request = requestOf(open);
  /** The version of what is open, as the list told it last. */
  const heard = useRef<{ readonly open: string; readonly version: number } | null>(null);
  const [tried, setTried] = useState<TriedChangeView | null>(null);
  useEffect(() => setTried(null), [open.join('/')]);
  if (!view) return <p class="subtle">{words.loading}</p>;
  const attempt = async (payload: Payload) => {
    const found = await api.tryChange(payload);
    if (!found) return words.fault;
    if ('problem' in found) return found.problem;
    setTried(found);
    return null;
  };
  const [key, id] = open;
  const isProposal = key === 'change';
  const shown = isProposal
    ? view.open.proposals.find((one) => one.id === id)
    : view.rows.find((row) => row.key === key);
  const last = heard.current;
  if (shown) heard.current = { open: open.join('/'), version: shown.version };
  // A proposal that is answered leaves the list: the answer is a version more.
  const version = shown?.version ?? (last?.open === open.join('/') ? last.version + 1 : null);
  const mayTry = isProposal ? view.mayChange : view.rows.some((row) => row.key === key && row.mayBeTried);
  return (
    <div class={request ? 'beside-panel' : ''}>
      <section class="all" aria-labelledby="settings-title">
        <h2 id="settings-title">{view.title}</h2>
        <Proposals {...view.open} open={open} />
        <ul>
          {view.rows.map((row) => (
            <Setting key={row.key} row={row} isOpen={row.key === open[0]} />
          ))}
        </ul>
        <p class="subtle">{view.note}</p>
      </section>
      {request && (
        <div>
          <TryContext.Provider value={mayTry ? attempt : null}>
            <Panel
              key={open.join('/')}
              api={api}
              request={request}
              version={version}
              acted={() => setDone((count) => count + 1)}
              links={null}
              close={() => {
                location.hash = '#/rules/settings';
              }}
            />
            {isProposal && (
              <div class="buttons">
                <TryButton payload={{ verb: 'setting.look', changeId: id ?? '' }} busy={false} />
              </div>
            )}
          </TryContext.Provider>
          <div aria-live="polite">{tried && <Tried view={tried} />}</div>
        </div>
      )}
    </div>
  );
}

function Proposals({ title, proposals, open }: SettingsPageView['open'] & Pick<Props, 'open'>) {
  if (proposals.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {proposals.map(({ id, title: name, text }) => (
          <li class="row warning" key={id}>
            <a href={`#/rules/settings/change/${id}`} aria-current={id === open[1] ? 'true' : undefined}>
              {name}
            </a>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

function Setting({ row, isOpen }: { readonly row: SettingsPageRow; readonly isOpen: boolean }) {
  const { key, label, value, source, isChanged } = row;
  return (
    <li class={`row ${isChanged ? 'good' : 'default'}`}>
      <a href={`#/rules/settings/${key}`} aria-current={isOpen ? 'true' : undefined}>
        {label}
      </a>
      <p>{value}</p>
      <p class="subtle">{source}</p>
    </li>
  );
}
