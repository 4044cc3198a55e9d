/** Preloaded into child processes by `environmentAt`: replaces `Date` by one that is ahead or behind. */

const aheadMs = Number(process.env.TEST_CLOCK_AHEAD_MS);
if (!Number.isFinite(aheadMs)) throw new Error('TEST_CLOCK_AHEAD_MS is not a number');

const SystemDate = Date;
const now = () => SystemDate.now() + aheadMs;

globalThis.Date = new Proxy(SystemDate, {
  construct: (target, given, newTarget) =>
    Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
  apply: () => new SystemDate(now()).toString(),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
});
