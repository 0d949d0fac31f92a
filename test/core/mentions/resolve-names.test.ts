import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createLexicon } from '../../../src/core/mentions/lexicon';
import { ArchiveText } from '../../../src/core/archive/archive-text';
import { annotate } from '../../../src/core/decide/annotate';
import { meansInPost } from '../../../src/core/suggest/decide';
import { trials } from '../../support/trials';
import { registryOf } from '../suggest/data/archive';

const REGISTRY = registryOf({
  ammar: ['Ammar Velk', 'person', 'Velk', 'Sayyid Ammar'],
  jonas: ['Jonas Velk', 'person', 'Velk'],
  tarsund: ['Tarsund', 'place'],
});
const LEXICON = createLexicon(REGISTRY);
const NOBODY = { by: null, on: null };

/** An archive of posts, `body` by `body`, with the bylines of these authors. */
function archive(bodies: readonly string[], authors: readonly string[] = []): ArchiveText {
  const posts = bodies.map((body, i) => {
    const title = `The ${['first', 'second', 'third', 'fourth'][i] ?? 'next'} day of the fair`;
    const date = `May ${i + 1}, 2016`;
    return `${title}\n\n${date}\n\n${title}, Coastal Review, ${authors[i] ?? 'Mara Lind'}, ${date}\n\n${body}\n`;
  });
  return new ArchiveText('a.txt', { format: 'post-archive' }, `Posts tagged ‘Fair’\n\n${posts.join('\n')}`, LEXICON);
}

/** Each mention of `Velk` alone: whom it means, whom else it may mean, and what made it clear. */
function velks(text: ArchiveText, name = 'Velk'): string[] {
  return text.mentions
    .filter(({ span }) => text.text.slice(span.start, span.end) === name)
    .map(({ entity, others, clear, decided, inPost }) => {
      const why = clear === null ? (decided ? (inPost ? 'post' : 'place') : '') : `by ${clear}`;
      return [[entity, ...others].map(({ id }) => id).join('|'), why].filter((part) => part !== '').join(' ');
    });
}

const spanOf = (text: ArchiveText, name: string, n = 0) => {
  let start = text.text.indexOf(name);
  for (let i = 0; i < n; i++) start = text.text.indexOf(name, start + 1);
  return { start, end: start + name.length };
};

/** The text with one more record in its sidecar. */
function decided(
  text: ArchiveText,
  ...[spans, statement]: [Parameters<typeof annotate>[1], Parameters<typeof annotate>[2]]
) {
  const decision = annotate(text, spans, statement, NOBODY);
  assert(decision.ok);
  text.setSidecar(decision.edits[0]?.after ?? text.sidecarText);
  return text;
}

describe('ambiguous names', () => {
  const cases: readonly { name: string; bodies: readonly string[]; authors?: readonly string[]; expected: string[] }[] =
    [
      {
        name: 'stay ambiguous where the post does not tell',
        bodies: ['They met Velk in Tarsund. Velk left.'],
        expected: ['ammar|jonas', 'ammar|jonas'],
      },
      {
        name: 'are clear by the full name of one of them in the same post, before it and behind it',
        bodies: ['So Velk came. It was Jonas Velk who paid. Then Velk left.', 'But Velk stayed.'],
        expected: ['jonas by Jonas Velk', 'jonas by Jonas Velk', 'ammar|jonas'],
      },
      {
        name: 'are clear by an alias that nobody else has',
        bodies: ['Sayyid Ammar spoke. Velk was cheered.'],
        expected: ['ammar by Sayyid Ammar'],
      },
      {
        name: 'stay ambiguous where several of them are in the post',
        bodies: ['Ammar Velk met Jonas Velk. Velk smiled.'],
        expected: ['ammar|jonas'],
      },
      {
        name: 'are not clear by who is no owner',
        bodies: ['In Tarsund they met Velk.'],
        expected: ['ammar|jonas'],
      },
      {
        name: 'are not clear by who wrote the post',
        bodies: ['They met Velk.'],
        authors: ['Jonas Velk'],
        expected: ['ammar|jonas'],
      },
    ];
  for (const { name, bodies, authors, expected } of cases) {
    it(name, () => assert.deepEqual(velks(archive(bodies, authors)), expected));
  }

  it('are clear by a heading of the post', () => {
    const text = archive(['They met Velk.']);
    const headed = text.text.replaceAll('The first day of the fair', 'Jonas Velk at the fair');
    assert.deepEqual(velks(new ArchiveText('a.txt', { format: 'post-archive' }, headed, LEXICON)), [
      'jonas by Jonas Velk',
    ]);
  });

  it('follow what a person said of one place, and of that one alone', () => {
    const text = archive(['So Velk came. Jonas Velk paid. Then Velk left.']);
    decided(text, [spanOf(text, 'Velk')], { entity: 'ammar' });
    assert.deepEqual(velks(text), ['ammar place', 'jonas by Jonas Velk']);
  });

  it('follow what a person said of the post, against what would be clear', () => {
    const text = archive(['So Velk came. Jonas Velk paid. Then Velk left.', 'But Velk stayed.']);
    decided(text, [spanOf(text, 'Velk')], { entity: 'ammar', scope: 'post' });
    assert.deepEqual(velks(text), ['ammar post', 'ammar post', 'ammar|jonas']);
    assert.equal(velks(text, 'Jonas Velk').join(), 'jonas');
  });

  it('let a place be another than the post', () => {
    const text = archive(['So Velk came. Then Velk left. And Velk stayed.']);
    const first = spanOf(text, 'Velk');
    decided(text, [first], { entity: 'ammar', scope: 'post' });
    decided(text, [first], { entity: 'jonas' });
    decided(text, [spanOf(text, 'Velk', 1)], { not: 'ammar' });
    assert.equal(text.sidecar.annotations.length, 3);
    assert.deepEqual(velks(text), ['jonas place', 'jonas', 'ammar post']);
  });

  it('stay open between persons who contradict one another', () => {
    const text = archive(['So Velk came. Jonas Velk paid. Then Velk left.']);
    decided(text, [spanOf(text, 'Velk')], { entity: 'ammar', scope: 'post' });
    decided(text, [spanOf(text, 'Then Velk')], { tags: ['x'] });
    const other = spanOf(text, 'Velk', 2);
    decided(text, [other], { entity: 'jonas', scope: 'post' });
    assert.deepEqual(velks(text), ['ammar|jonas', 'ammar|jonas']);
  });

  it('may be said not to mean somebody in a post', () => {
    const text = archive(['So Velk came. Then Velk left.', 'But Velk stayed.']);
    decided(text, [spanOf(text, 'Velk')], { not: 'ammar', scope: 'post' });
    assert.deepEqual(velks(text), ['jonas', 'jonas', 'ammar|jonas']);
    decided(text, [spanOf(text, 'Velk')], { not: 'jonas', scope: 'post' });
    assert.deepEqual(velks(text), ['ammar|jonas']);
  });

  it('lets a post have a spelling that the registry lacks, but not within a longer name', () => {
    const text = archive(['The Fox came. The Fox left with the Fox Hunter Ammar Velk.', 'The Fox is free.']);
    const decision = meansInPost(text, spanOf(text, 'Fox'), 'jonas', NOBODY);
    assert(decision.ok);
    text.setSidecar(decision.edits[0]?.after ?? null);
    assert.deepEqual(velks(text, 'Fox'), ['jonas post', 'jonas post', 'jonas post']);
    const longer = archive(['Ammar met Ammar Velk.']);
    decided(longer, [spanOf(longer, 'Ammar')], { entity: 'jonas', scope: 'post' });
    assert.deepEqual(velks(longer, 'Ammar'), ['jonas post']);
    assert.deepEqual(velks(longer, 'Ammar Velk'), ['ammar']);
  });

  it('say nothing for a post whose record has lost its place', () => {
    const text = archive(['So Velk came. Then Velk left.']);
    decided(text, [spanOf(text, 'Velk')], { entity: 'ammar', scope: 'post' });
    const sidecar = (text.sidecarText ?? '').replace('quote: Velk', 'quote: Velkers of old');
    const after = archive(['So Velk came. Then Velk left.']);
    after.setSidecar(sidecar);
    assert.deepEqual(velks(after), ['ammar|jonas', 'ammar|jonas']);
  });

  it('tells of a scope that it does not know, and lets it count for the place', () => {
    const text = archive(['So Velk came. Then Velk left.']);
    decided(text, [spanOf(text, 'Velk')], { entity: 'ammar', scope: 'post' });
    text.setSidecar((text.sidecarText ?? '').replace('scope: post', 'scope: archive'));
    assert.deepEqual(velks(text), ['ammar place', 'ammar|jonas']);
    assert.deepEqual(
      text.sidecar.problems.map(({ code, severity }) => [code, severity]),
      [['bad-field', 'warning']],
    );
  });
});

const WORDS = ['Velk', 'Ammar Velk', 'Jonas Velk', 'Sayyid Ammar', 'Tarsund', 'so', 'came'] as const;
const bodies = fc.array(
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 }).map((words) => `They saw ${words.join(', ')}.`),
  { minLength: 1, maxLength: 4 },
);

describe('ambiguous names, whatever the text', () => {
  it('a person’s word always counts', () => {
    const said = fc.record({ n: fc.nat(20), entity: fc.constantFrom('ammar', 'jonas', 'tarsund'), post: fc.boolean() });
    fc.assert(
      fc.property(bodies, said, (all, { n, entity, post }) => {
        const text = archive(all);
        const found = text.mentions.filter(({ span }) => text.text.slice(span.start, span.end) === 'Velk');
        const one = found[n % Math.max(1, found.length)];
        fc.pre(one !== undefined);
        decided(text, [one.span], { entity, ...(post ? { scope: 'post' } : {}) });
        const here = text.mentions.filter(({ span }) => span.start === one.span.start);
        assert.deepEqual(
          here.map((mention) => [mention.entity.id, mention.others.length, mention.decided]),
          [[entity, 0, true]],
        );
      }),
      trials(200),
    );
  });

  it('only spellings of several owners are ambiguous or cleared', () => {
    fc.assert(
      fc.property(bodies, (all) => {
        for (const { others, clear, alias } of archive(all).mentions) {
          if (alias !== 'Velk') assert.deepEqual([others.length, clear], [0, null]);
          else assert.equal(others.length === 0, clear !== null);
        }
      }),
      trials(200),
    );
  });

  it('each post is resolved by itself, whatever stands before and behind it', () => {
    fc.assert(
      fc.property(bodies, (all) => {
        const together = velks(archive(all));
        const alone = all.flatMap((body) => velks(archive([body])));
        assert.deepEqual(together, alone);
      }),
      trials(200),
    );
  });
});
