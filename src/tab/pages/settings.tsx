import { useEffect, useState } from 'preact/hooks';
import type { SettingsPageRow, SettingsPageView } from '../../../cards/views/settings-page.ts';
import type { Api, Request } from '../api.ts';
import { useWords } from '../words.ts';
import { Panel } from './case.tsx';

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
  useEffect(() => {
    let isLatest = true;
    void api.settings().then((found) => {
      if (isLatest && found) setView(found);
    });
    return () => {
      isLatest = false;
    };
  }, [api, again, done]);
  const request = requestOf(open);
  if (!view) return <p class="subtle">{words.loading}</p>;
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
        <Panel
          key={open.join('/')}
          api={api}
          request={request}
          version=""
          acted={() => setDone((count) => count + 1)}
          links={null}
          close={() => {
            location.hash = '#/rules/settings';
          }}
        />
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
