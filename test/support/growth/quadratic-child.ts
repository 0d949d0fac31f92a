import { answer } from './answer';
import { growth } from './case';

// Functions of which the growth is known, to prove that counting sees it.

const items = (n: number) => Array.from({ length: n }, (_, i) => i);
const text = (n: number) => 'a'.repeat(n);

answer([
  growth('items', 200, items, {
    'one loop': (all) => all.reduce((sum, one) => sum + one, 0),
    'a sort': (all) => [...all].sort((a, b) => ((a * 7919) % 1000) - ((b * 7919) % 1000)),
    'a map of a set': (all) => new Set(all.map((one) => one * 2)),
    'a loop in a loop': (all) => all.reduce((sum, one) => sum + all.filter((other) => other < one).length, 0),
    'a search in a list': (all) => all.filter((one) => all.includes(one)),
    'a list that is copied': (all) => all.reduce((list: number[], one) => [...list, one], []),
  }),
  growth('letters', 200, text, {
    'one search': (all) => all.indexOf('b'),
    'a search in a text': (all) => Array.from(all, () => all.indexOf('b')),
    'a search by a regular expression': (all) => Array.from(all, () => /b/.exec(all)),
  }),
]);
