import { useState } from 'preact/hooks';
import type { FiguresPageView } from '../../../cards/views/figures-page.ts';
import type { Api, FetchedFile } from '../api.ts';
import { useWords } from '../words.ts';

/** Milliseconds until the browser may forget a file that it has been given to save. */
const FORGET_MS = 60_000;

/** Lets the browser save a file. In a frame of Teams a link to the service would come without who one is, so it has none. */
function save({ name, content }: FetchedFile): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), FORGET_MS);
}

interface Props extends Pick<FiguresPageView, 'statements'> {
  readonly api: Api;
  /** What is seen of the figures, as their query. */
  readonly query: string;
}

/** What can be saved from the figures: what is seen as a table, the yearly statement, and the dialogue meeting's material. */
export function Files({ api, query, statements: { years, quarters } }: Props) {
  const words = useWords();
  const [year, setYear] = useState(years[0] ?? '');
  const [quarter, setQuarter] = useState(quarters[0]?.value ?? '');
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const fetchFile = async (path: string) => {
    setBusy(true);
    setSaid(words.fetching);
    const found = await api.file(path).finally(() => setBusy(false));
    if (!found) return setSaid(words.notFetched);
    if ('views' in found) return setSaid(found.views.map(({ title }) => title).join(' '));
    save(found);
    setSaid(words.saved(found.name));
  };
  const button = (title: string, about: string, path: string) => (
    <button type="button" class="default" disabled={busy} onClick={() => void fetchFile(path)}>
      {title} <span class="unseen">{about}</span>
    </button>
  );
  return (
    <section aria-labelledby="files-title">
      <h2 id="files-title">{words.files}</h2>
      <div class="files">
        <div class="file-row">
          <span class="strong">{words.seen}</span>
          {button('CSV', words.seen, `figures${query}&format=csv`)}
          {button('Excel', words.seen, `figures${query}&format=xlsx`)}
        </div>
        <div class="file-row">
          <label>
            {words.yearly}{' '}
            <select value={year} onChange={(event) => setYear(event.currentTarget.value)}>
              {years.map((one) => (
                <option key={one} value={one}>
                  {one}
                </option>
              ))}
            </select>
          </label>
          {button(words.printed, words.yearly, `statement?year=${year}&format=html`)}
          {button('Excel', words.yearly, `statement?year=${year}&format=xlsx`)}
        </div>
        <div class="file-row">
          <label>
            {words.dialogue}{' '}
            <select value={quarter} onChange={(event) => setQuarter(event.currentTarget.value)}>
              {quarters.map(({ value, title }) => (
                <option key={value} value={value}>
                  {title}
                </option>
              ))}
            </select>
          </label>
          {button(words.printed, words.dialogue, `statement?quarter=${quarter}&format=html`)}
          {button('Excel', words.dialogue, `statement?quarter=${quarter}&format=xlsx`)}
        </div>
      </div>
      <p class="subtle" role="status">
        {said}
      </p>
    </section>
  );
}
