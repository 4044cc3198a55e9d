import type { SpreadMap, SpreadStep } from '../../../cards/views/figure-map.ts';
import { useWords } from '../words.ts';
import { COAST, PLACES, SIZE } from './denmark.ts';

/** The capital, where municipalities stand too close to each other: drawn larger, beside the country. */
const CAPITAL = { x: 594, y: 497, width: 73, height: 81 } as const;
const INSET = { x: 690, y: 400, width: 310, height: 344 } as const;
const SCALE = INSET.width / CAPITAL.width;

/** The radius of each step, so that the map can be read without its colours. */
const RADIUS: Readonly<Record<SpreadStep, number>> = {
  'far-below': 9,
  below: 11,
  within: 14,
  above: 17,
  'far-above': 20,
  unknown: 9,
};
const OTHER = 3;

const isInCapital = ([x, y]: readonly [number, number]) =>
  x >= CAPITAL.x && x <= CAPITAL.x + CAPITAL.width && y >= CAPITAL.y && y <= CAPITAL.y + CAPITAL.height;

interface Props {
  readonly map: SpreadMap;
  /** The id of the table that says what the map shows. */
  readonly table: string;
}

/** The municipalities of a figure on a map: a circle for each, larger and of another colour by its step. */
export function DrawnMap({ map, table }: Props) {
  const words = useWords();
  const { x, y, width, height } = CAPITAL;
  return (
    <figure class="map">
      <svg
        viewBox={`0 0 ${INSET.x + INSET.width} ${SIZE[1]}`}
        role="img"
        aria-label={words.mapShows(map.cells.length)}
        aria-describedby={table}
      >
        <path class="land" d={COAST} />
        <rect class="part" x={x} y={y} width={width} height={height} />
        <Circles map={map} capital={false} scale={1} />
        <svg {...INSET} viewBox={`${x} ${y} ${width} ${height}`}>
          <title>{words.capital}</title>
          <path class="land" d={COAST} />
          <Circles map={map} capital={true} scale={SCALE} />
        </svg>
        <rect class="part" {...INSET} />
      </svg>
      <ul class="legend">
        {map.legend.map(({ step, text }) => (
          <li key={step}>
            <svg viewBox="-21 -21 42 42" aria-hidden="true">
              <circle class={step} r={RADIUS[step]} />
            </svg>
            {text}
          </li>
        ))}
      </ul>
      <figcaption class="subtle">{words.mapHint}</figcaption>
    </figure>
  );
}

interface CirclesProps {
  readonly map: SpreadMap;
  readonly capital: boolean;
  readonly scale: number;
}

/** The circles of one of the two parts. Where the figure has no value, a dot shows where the municipality is. */
function Circles({ map, capital, scale }: CirclesProps) {
  const places = Object.entries(PLACES).filter(([, place]) => isInCapital(place) === capital);
  return (
    <>
      {places.map(([code, [x, y]]) => {
        const cell = map.cells.find((one) => one.code === code);
        const radius = (cell ? RADIUS[cell.step] : OTHER) / scale;
        return (
          <circle key={code} class={cell?.step ?? 'other'} cx={x} cy={y} r={radius}>
            {cell && (
              <title>
                {cell.label}: {cell.text}
              </title>
            )}
          </circle>
        );
      })}
    </>
  );
}
