/**
 * Runs the whole trials and prints their table: `npm run test:full [-- NAME…]`. Takes some hours; `npm test` runs a share of most.
 * `--share=0.1` runs a tenth, `--seed=7` other cases. The name `mutants` means all trials whose names begin with `mutants-`.
 */
import { parseArgs } from 'node:util';
import { TRIALS } from './';
import type { Figure, Trial } from './trial';

const { values, positionals } = parseArgs({
  options: { share: { type: 'string', default: '1' }, seed: { type: 'string', default: '1' } },
  allowPositionals: true,
});

void main();

async function main(): Promise<void> {
  const isMeant = (trial: Trial, name: string) => trial.name === name || trial.name.startsWith(`${name}-`);
  const unknown = positionals.filter((name) => !TRIALS.some((trial) => isMeant(trial, name)));
  if (unknown.length > 0) {
    console.error(`There is no trial ${unknown.join(', ')}. There are: ${TRIALS.map(({ name }) => name).join(', ')}.`);
    process.exitCode = 2;
    return;
  }
  const chosen = TRIALS.filter((trial) => {
    return positionals.length === 0 || positionals.some((name) => isMeant(trial, name));
  });
  const missed: Figure[] = [];
  for (const trial of chosen) {
    const count = Math.max(1, Math.round(trial.whole * Number(values.share)));
    const started = performance.now();
    const figures = await trial.run(count, Number(values.seed));
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    console.log(`\n${trial.name}: ${count} cases, seed ${values.seed}, ${seconds} s`);
    console.log(['what', 'goal', 'measured', ''].join(' | '));
    for (const figure of figures) {
      const { what, goal, measured, reached } = figure;
      console.log([what, goal, measured, reached ? 'reached' : 'MISSED'].join(' | '));
      if (!reached) missed.push(figure);
    }
  }
  console.log(`\n${missed.length === 0 ? 'Every goal was reached.' : `${missed.length} goals were missed.`}`);
  process.exitCode = missed.length === 0 ? 0 : 1;
}
