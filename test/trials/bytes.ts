import fc from 'fast-check';
import { changedOutside } from '../support/untouched';
import { anyCodebook, anyRegistry, doToCodebook, doToRegistry, entityOperation, tagOperation } from './bytes-entities';
import { anySidecar, doToSidecar, flowSidecar, sidecarOperation, type Outcome } from './bytes-sidecar';
import type { Figure, Trial } from './trial';

/** Random operations on sidecars, registries and codebooks of any layout: nothing outside of the touched records may change. */
export const bytes: Trial = { name: 'bytes', whole: 100_000, run };

/** A file and what is done to it, one after the other. */
const story = fc.oneof(
  { weight: 12, arbitrary: storyOf(anySidecar, sidecarOperation, doToSidecar) },
  { weight: 1, arbitrary: storyOf(flowSidecar, sidecarOperation, doToSidecar) },
  { weight: 4, arbitrary: storyOf(anyRegistry, entityOperation, doToRegistry) },
  { weight: 4, arbitrary: storyOf(anyCodebook, tagOperation, doToCodebook) },
);

type Step = (text: string) => Outcome | null;

function storyOf<Operation>(
  text: fc.Arbitrary<string>,
  operation: fc.Arbitrary<Operation>,
  apply: (text: string, operation: Operation) => Outcome | null,
): fc.Arbitrary<{ readonly text: string; readonly steps: readonly Step[] }> {
  const steps = fc.array(operation, { minLength: 1, maxLength: 4, size: 'medium' });
  return fc.tuple(text, steps).map(([first, operations]) => ({
    text: first,
    steps: operations.map((one) => (now: string) => apply(now, one)),
  }));
}

function run(count: number, seed: number): Figure[] {
  let done = 0;
  let changed = 0;
  let wrong = 0;
  const refused = { layout: 0, other: 0 };
  for (let turn = 0; done < count; turn++) {
    for (const { text: first, steps } of fc.sample(story, { numRuns: 100, seed: seed * 1_000_003 + turn })) {
      let text = first;
      for (const step of steps) {
        const outcome = done < count ? step(text) : null;
        if (!outcome) continue;
        done++;
        const { written, touched, holds } = outcome;
        if (!written.ok) {
          refused[written.why.includes('laid out') && !hasFlowRecords(text) ? 'layout' : 'other']++;
          continue;
        }
        const outside = changedOutside(text, touched, written.text);
        const held = holds(written.text);
        changed += outside;
        if (!held) wrong++;
        if (outside > 0 || !held) console.error(`${text}\n=>\n${written.text}`);
        text = written.text;
      }
    }
  }
  const share = (number: number) => `${((100 * number) / done).toFixed(2)} %`;
  return [
    zero(`${done} random operations: bytes changed outside the touched record`, changed),
    zero('results that do not say what was wanted, or something else than before', wrong),
    zero('operations on block style that were refused for its layout', refused.layout),
    {
      what: 'operations refused as a flow style or a name that is taken demands (the file stays as it was)',
      goal: '≤ 10 %',
      measured: share(refused.other),
      reached: refused.other <= 0.1 * done,
    },
  ];
}

/** Whether the list, or a record of it, is in flow style. */
function hasFlowRecords(text: string): boolean {
  return /^\{|^annotations: \[[^\]]|^ +- \{/m.test(text);
}

function zero(what: string, measured: number): Figure {
  return { what, goal: '0', measured: String(measured), reached: measured === 0 };
}
