import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Registry } from '../../../src/core/entities/registry';
import { suggestAliases, type AliasSuggestion } from '../../../src/core/suggest/suggest-aliases';
import { registryOf, textOf, VELMORA } from './data/archive';
import { trials } from '../../support/trials';
import { textOfPieces } from './pieces';

const REGISTRY = registryOf({
  orhani: ['Qasem Orhani', 'person'],
  hamdi: ['Yusuf al-Hamdi', 'person'],
  guard: ['Velmora Revolutionary Guard Corps', 'organization'],
  petrova: ['Elena Petrova', 'person'],
  hamid: ['Hamid Kasra', 'person'],
  rashid: ['Rashid Kasra', 'person'],
  houmah: ['Al-Houmah', 'place'],
  council: ['NCOW', 'organization'],
  tarsund: ['Tarsund', 'place'],
});

function suggest(text: string, registry: Registry): readonly AliasSuggestion[] {
  return suggestAliases([textOf(text)], registry);
}

/** What is suggested, as `entity < spelling`. */
function pairs(text: string, registry: Registry): string[] {
  return suggest(text, registry).map((one) => `${one.entity.id} < ${one.text}`);
}

describe('suggestAliases', () => {
  it('finds the spellings of an archive, and only those', () => {
    assert.deepEqual(pairs(VELMORA, REGISTRY).sort(), [
      'council < National Council for Open Water',
      'guard < VRGC',
      'hamdi < Youssef Al-Hamdy',
      'hamdi < al-Hamdi',
      'houmah < Al-Hooma',
      'orhani < Kassem Ourhani',
      'orhani < Orhani',
      'petrova < Petrova',
      'tarsund < Tarsunt',
    ]);
  });

  it('tells why, how often and where', () => {
    const found = suggest(VELMORA, REGISTRY).find(({ text }) => text === 'Orhani');
    assert.ok(found);
    assert.equal(found.count, 2);
    assert.equal(found.reason, 'is the surname of “Qasem Orhani”');
    assert.equal(found.examples[0]?.post, '2016-05-04/velmoras-ministry-denies-everything');
    const { span } = found.examples[0];
    assert.equal(VELMORA.slice(span.start, span.end), 'Orhani');
    assert.match(found.examples[0].context.line, /However, Orhani denied it/);
  });

  it('suggests nothing that is an alias already', () => {
    const registry = registryOf({ orhani: ['Qasem Orhani', 'person', 'Orhani', 'Kassem Ourhani'] });
    assert.deepEqual(pairs(VELMORA, registry), []);
  });

  const cases: readonly {
    readonly name: string;
    readonly text: string;
    readonly entities: Parameters<typeof registryOf>[0];
    readonly expected: readonly string[];
  }[] = [
    {
      name: 'leaves a surname alone that two known people share',
      text: 'Then Brandt spoke, and Mr. Brandt left. All saw Brandt.',
      entities: { olof: ['Olof Brandt', 'person'], ingrid: ['Ingrid Brandt', 'person'] },
      expected: [],
    },
    {
      name: 'takes the surname behind a title',
      text: 'Late at night Captain Karadji left the quay.',
      entities: { karadji: ['Yusuf Karadji', 'person'] },
      expected: ['karadji < Karadji'],
    },
    {
      name: 'takes an initial with the surname',
      text: 'It was signed by Y. Qaraji and sealed.',
      entities: { karadji: ['Yusuf Karadji', 'person'] },
      expected: ['karadji < Y. Qaraji'],
    },
    {
      name: 'takes the words of a name in another order',
      text: 'The list had Karadji Yusuf on top.',
      entities: { karadji: ['Yusuf Karadji', 'person'] },
      expected: ['karadji < Karadji Yusuf'],
    },
    {
      name: 'takes an acronym by its initials, also by those of another way to say the name',
      text: 'The PMF met the Popular Mobilisation Units. The PMU lost.',
      entities: { pmf: ['Popular Mobilisation Fleet', 'organization'] },
      expected: ['pmf < PMF', 'pmf < PMU', 'pmf < Popular Mobilisation Units'],
    },
    {
      name: 'takes names that differ in general nouns',
      text: 'They feared the Al Salam Brigades, not the Saalam Forces.',
      entities: { salam: ['Salam Force', 'organization'] },
      expected: ['salam < Al Salam Brigades', 'salam < Saalam Forces'],
    },
    {
      name: 'keeps the ministries of two nations apart',
      text: 'A letter reached the Turkish Defence Ministry on time.',
      entities: { ministry: ['Iraqi Defence Ministry', 'organization'] },
      expected: [],
    },
    {
      name: 'finds a hyphenated name without its hyphen and its marks',
      text: 'We read the Gannet Sound Gazette in Tarsünd.',
      entities: { gazette: ['Gannet-Sound Gazette', 'publication'], tarsund: ['Tarsund', 'place'] },
      expected: ['gazette < Gannet Sound Gazette', 'tarsund < Tarsünd'],
    },
    {
      name: 'does not take an ordinary word for a surname',
      text: 'Far was the road, and far the sea. He went so far. Far too often.',
      entities: { far: ['Hassan Far', 'person'] },
      expected: [],
    },
    {
      name: 'takes the full name of a state',
      text: 'He spoke for the Islamic Republic of Velmora.',
      entities: { velmora: ['Velmora', 'place'] },
      expected: ['velmora < Islamic Republic of Velmora'],
    },
    {
      name: 'takes what the text says is called so too',
      text: 'They met Velmora’s Special Water Guard, also called the Blue Division, at sea.',
      entities: { guard: ['Special Water Guard', 'organization'] },
      expected: ['guard < Blue Division'],
    },
    {
      name: 'takes no initial for a surname',
      text: 'In May we met Konrad and Kandra. We told Konrad. Then David and Dirk left with Konrad and David.',
      entities: { andreas: ['Andreas K.', 'person'], peter: ['Peter D', 'person'] },
      expected: [],
    },
    {
      name: 'finds names without their marks, on any letter',
      text: 'We met Slavoj Zirek and asked Zirek. Then Zirek left Udzice with Ruzicka.',
      entities: {
        zirek: ['Slavoj Žirek', 'person'],
        udzice: ['Udžice', 'place'],
        ruzicka: ['Leopold Ružička', 'person'],
      },
      expected: ['ruzicka < Ruzicka', 'udzice < Udzice', 'zirek < Slavoj Zirek', 'zirek < Zirek'],
    },
    {
      name: 'finds companies without what the law adds, by initials, and by a first word that nobody else has',
      text: 'He bought Halden Brook. The HBS sold it. They asked Haldena of it, and Tesko.',
      entities: {
        halden: ['Halden Brook and Co. Ltd', 'organization'],
        tesko: ['Tesko Orla Shipping', 'organization'],
      },
      expected: ['halden < Halden Brook', 'tesko < Tesko'],
    },
  ];
  for (const { name, text, entities, expected } of cases) {
    it(name, () => assert.deepEqual(pairs(text, registryOf(entities)).sort(), [...expected].sort()));
  }

  it('tells what speaks against a suggestion', () => {
    const registry = registryOf({ olof: ['Olof Brandt', 'person'] });
    const [found] = suggest(
      'So Brandt left. Then Ingrid Brandt came, and Ingrid Brandt stayed. Poor Brandt!',
      registry,
    );
    assert.equal(found?.text, 'Brandt');
    assert.deepEqual(
      found.against.map(({ text, reason }) => `${text} ${reason}`),
      ['Ingrid Brandt has the same surname and no entity'],
    );
    assert.ok(found.score < 0.85);
  });

  it('gives the same for the same, whatever it is given', () => {
    fc.assert(
      fc.property(textOfPieces, (text) => {
        const found = suggest(text, REGISTRY);
        assert.deepEqual(suggest(text, REGISTRY), found);
        for (const { score, count, examples } of found) {
          assert.ok(score >= 0.5 && score <= 1 && count >= examples.length && examples.length > 0);
        }
      }),
      trials(100),
    );
  });
});
