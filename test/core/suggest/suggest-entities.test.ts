import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suggestEntities, type EntitySuggestion } from '../../../src/core/suggest/suggest-entities';
import { creditedBy } from '../../../src/core/suggest/credits';
import { Definitions } from '../../../src/core/suggest/definitions';
import { nameForm, type NameForm } from '../../../src/core/suggest/forms';
import { relate } from '../../../src/core/suggest/relations';
import { splitAuthors } from '../../../src/core/posts/authors';
import { registryOf, textOf, VELMORA } from './data/archive';
import { itSlow, trials } from '../../support/trials';
import { textOfPieces } from './pieces';

const NOTHING = registryOf({});
const EVIDENCE = { definitions: new Definitions([]), ordinary: () => false };

function suggest(text: string, registry = NOTHING): readonly EntitySuggestion[] {
  return suggestEntities([textOf(text)], registry);
}

/** What is suggested, as `type: spelling, spelling`. */
function shown(text: string, registry = NOTHING): string[] {
  return suggest(text, registry).map(
    ({ type, spellings }) => `${type}: ${spellings.map((spelling) => spelling.text).join(', ')}`,
  );
}

describe('suggestEntities', () => {
  it('finds the names of an archive and gathers their spellings', () => {
    assert.deepEqual(shown(VELMORA).sort(), [
      'organization: Blue Division, Special Water Guard',
      'organization: Harbour Brigades',
      'organization: NCOW, National Council for Open Water',
      'organization: Popular Mobilisation Fleet, PMF',
      'organization: VRGC, Velmora Revolutionary Guard Corps',
      'person: Boris Petrov',
      'person: Elena Petrova, Petrova',
      'person: Hamid Kasra',
      'person: Jon Berg',
      'person: Mara Lind',
      'person: Qasem Orhani, Kassem Ourhani, Orhani',
      'person: Rashid Kasra',
      'person: Yusuf al-Hamdi, Youssef Al-Hamdy, al-Hamdi',
      'place: Al-Houmah, Al-Hooma',
      'place: Green Gate',
      'place: Ostrava',
      'place: Tarsund, Tarsunt',
      'place: Velmora',
      'publication: Coastal Review',
      'publication: The Lantern',
    ]);
  });

  it('tells where each stands, in headings too', () => {
    const velmora = suggest(VELMORA).find(({ text }) => text === 'Velmora');
    assert.ok(velmora);
    assert.equal(velmora.count, velmora.mentions.length);
    for (const { path, span } of velmora.mentions) {
      assert.equal(path, 'archives/velmora.txt');
      assert.equal(VELMORA.slice(span.start, span.end), 'Velmora');
    }
    assert.equal(velmora.mentions[0]?.span.start, VELMORA.indexOf('Velmora'));
  });

  it('leaves out what the registry knows, and what is another spelling of it', () => {
    const registry = registryOf({ orhani: ['Qassem Orhani', 'person'], tarsund: ['Tarsund', 'place'] });
    const found = shown(VELMORA, registry).join('\n');
    assert.doesNotMatch(found, /Orhani|Ourhani|Tarsun/);
    assert.match(found, /Al-Houmah/);
  });

  it('has authors who wrote a post together each by themselves, and none of one letter', () => {
    const named = (author: string) => {
      const [post] = textOf('---\ntitle: The harbour\nauthor: X\n---\n\nNobody came.\n').posts;
      assert.ok(post);
      return creditedBy({ ...post, author, authors: splitAuthors(author) }).map(({ name }) => name);
    };
    assert.deepEqual(named('Mara Lind, Jon Vey & Orla Tesk'), ['Mara Lind', 'Jon Vey', 'Orla Tesk']);
    assert.deepEqual(named('Mara Lind and Jon Vey'), ['Mara Lind', 'Jon Vey']);
    assert.deepEqual(named('Lind, Mara'), ['Lind, Mara']);
    assert.deepEqual(named('F'), []);
  });

  it('gives an entity no rare misspelling for a name', () => {
    const [first] = suggest('There Mara Lindgren sat. Then Mara Lindgren rose, and Mara Lindgern left.');
    assert.deepEqual(
      first?.spellings.map(({ text }) => text),
      ['Mara Lindgren', 'Mara Lindgern'],
    );
  });

  it('makes no chains: each spelling of a name is like the first or like most', () => {
    // Each of these names is like the next one, and the first is not like the last.
    const chain = ['Kareno', 'Karemo', 'Karimo', 'Kerimu', 'Kirimu', 'Kirumu'];
    for (const { spellings } of suggest(chain.map((name) => `He met ${name} and saw ${name}.`).join(' '))) {
      const [main, ...others] = spellings.map(({ text }) => nameForm(text, null));
      assert.ok(main);
      const like = (a: NameForm, b: NameForm) => (relate(a, b, EVIDENCE)?.score ?? 0) >= 0.6;
      for (const one of others) {
        const most = [main, ...others].filter((other) => other !== one && (like(one, other) || like(other, one)));
        assert.ok(like(one, main) || like(main, one) || most.length > others.length / 2, `${main.text}, ${one.text}`);
      }
    }
  });

  it('puts first what would add the most', () => {
    const [first] = suggest('They saw Orvik. Then Orvik fell, and Orvik burned. One man from Tarsund wept for Orvik.');
    assert.equal(first?.text, 'Orvik');
    assert.equal(first.count, 4);
  });

  const cases: readonly { readonly name: string; readonly text: string; readonly expected: readonly string[] }[] = [
    {
      name: 'takes no ordinary word at the start of a sentence for a name',
      text: 'However it came. Ships left. The ships were old. Gates were shut; nobody shut the gates.',
      expected: [],
    },
    {
      name: 'takes no day, month, title or nationality for a name',
      text: 'On Friday, in June, the Iranian president met Iraqis, Sunnis and the Prime Minister. He left in Sept. 2016.',
      expected: [],
    },
    {
      name: 'leaves titles out of names, and lets them tell the type',
      text: 'Then Brig. Gen. Osric Pell met US Defense Secretary Ada Finch.',
      expected: ['person: Ada Finch', 'person: Osric Pell', 'place: US'],
    },
    {
      name: 'leaves a title in the name of an office',
      text: 'Late at night the Council of Ministers of Velmora met in Tarsund.',
      expected: ['organization: Council of Ministers of Velmora', 'place: Tarsund'],
    },
    {
      name: 'reads names that small words join',
      text: 'In Ostrava the Ministry of Open Water met Abu Bakr al-Hamdi, Omar bin Salim and Ludwig van Roke.',
      expected: [
        'organization: Ministry of Open Water',
        'person: Abu Bakr al-Hamdi',
        'person: Ludwig van Roke',
        'person: Omar bin Salim',
        'place: Ostrava',
      ],
    },
    {
      name: 'takes hyphens apart that join two names, and leaves those within one',
      text: 'The US-Velmora talks failed in Velmora. A Velmora-led fleet met Adel Abdul-Mahdi in Velmora.',
      expected: ['person: Adel Abdul-Mahdi', 'place: Velmora', 'place: US'],
    },
    {
      name: 'keeps what a possessive or a comma divides apart',
      text: 'They left Velmora’s Green Zone, Tarsund, and Velmora’s old town in Tarsund.',
      expected: ['place: Green Zone', 'place: Tarsund', 'other: Velmora'],
    },
    {
      name: 'reads the hints before and behind a name',
      text: 'The village of Houmah lies near Sarn. A spokesman for Orbis told the Okaz newspaper so.',
      expected: ['organization: Orbis', 'place: Houmah', 'place: Sarn', 'publication: Okaz'],
    },
    {
      name: 'takes nobody together whom only initials connect',
      text: 'They met at the S.S.L.S.S. on Monday. We met Sarel Stroud. We told Sarel Stroud, and Sorin Stroud. Later S. Stroud left the S.S.L.S.S. with Sorin Stroud.',
      expected: ['other: S.S.L.S.S.', 'person: S. Stroud', 'person: Sarel Stroud', 'person: Sorin Stroud'],
    },
    {
      name: 'takes no employer in brackets for another spelling of a person, and an acronym for one of its name',
      text: 'We met Kelvin Carrow (Marker Labs). Then Kelvin Carrow left Marker Labs. The Harbour Board (HB) met. Then HB closed.',
      expected: ['organization: HB, Harbour Board', 'organization: Marker Labs', 'person: Kelvin Carrow'],
    },
    {
      name: 'takes a gloss in square brackets for another spelling',
      text: 'All spoke of the Grey Week [Harbour Strike]. They had seen the Harbour Strike.',
      expected: ['other: Harbour Strike, Grey Week'],
    },
    {
      name: 'reads no addresses, code and accounts',
      text: 'See ![x](https://img.example/AVvXsEg/WechatIMG83.jpeg), `let OrlaVey`, @OrlaVey, OrlaVey@example.org and IMG_Orla.png of Mara Lind.',
      expected: ['person: Mara Lind'],
    },
    {
      name: 'knows types by what a list is called, by the people of a place, and by the first word',
      text: 'We wrote to agencies such as Orbis. A Teskan cook saw Teska, and Lake Orla.',
      expected: ['organization: Orbis', 'place: Lake Orla', 'place: Teska'],
    },
    {
      name: 'says of no acronym that it is a place or a newspaper',
      text: 'He works in NORA. She came to NORA, near NORA, and read the newspaper NORA.',
      expected: ['organization: NORA'],
    },
  ];
  for (const { name, text, expected } of cases) {
    it(name, () => assert.deepEqual(shown(text).sort(), [...expected].sort()));
  }

  itSlow('does not grow out of hand with the text', () => {
    const long = Array.from({ length: 150 }, (_, i) =>
      VELMORA.replaceAll('Orhani', `Orhan${'abcdefghij'[i % 10] ?? ''}ni`),
    ).join('\n');
    const started = performance.now();
    suggest(long);
    // Generous, as machines differ: what compares every name with every other one takes minutes.
    assert.ok(performance.now() - started < 10_000);
  });

  it('gives the same for the same, whatever it is given, and spells mentions as the text does', () => {
    fc.assert(
      fc.property(textOfPieces, (text) => {
        const found = suggest(text);
        assert.deepEqual(suggest(text), found);
        for (const { mentions, count, score } of found) {
          assert.ok(score >= 0.5 && score <= 1 && count === mentions.length);
          for (const { span } of mentions) assert.ok(span.start < span.end && span.end <= text.length);
        }
      }),
      trials(100),
    );
  });
});
