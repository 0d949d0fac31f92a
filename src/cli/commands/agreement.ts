import { agreementText, measureAgreement, type Passage } from '../../core/agreement';
import { quoted } from '../../core/text';
import { agreementDocument } from '../reports/agreement-document';
import { command, type Call } from '../call/command';
import { compareAuthors, type Compared } from '../reports/compared';
import { readBranches } from '../reports/compared-branches';
import { printDocument } from '../output/printer';
import { shownPlace } from '../output/place';
import { UsageError } from '../call/usage-error';

/** Measures how far annotators agree: on tags by post, on passages, and on entities by passage. */
export const agreement = command({
  name: 'agreement',
  parameters: '[FILE…]',
  summary: 'Measure how far annotators agree: Cohen’s kappa, Krippendorff’s alpha, and where they differ',
  fields: 'unit posts annotators leftOut tags entities passages'.split(' '),
  flags: ['by', 'branches', 'posts', 'format'],
  single: true,
  async run(call) {
    const compared = await read(call);
    const { annotators, posts, markings, types } = compared;
    if (annotators.length < 2) {
      const [only] = annotators;
      const found = only === undefined ? 'no annotation says a name in “by”' : `all are by ${quoted(only)}`;
      throw new UsageError(`Agreement takes two annotators; here ${found}.`);
    }
    const typeOf = (entity: string) => types.get(entity) ?? 'unknown';
    const measured = measureAgreement({ annotators, posts, markings, rule: call.posts, typeOf });
    if (call.json) printDocument(call, agreementDocument(measured, compared));
    else {
      const { unsigned, inherited, lines } = compared;
      const placeOf = ({ file, span }: Passage) => {
        const index = lines.get(file);
        return index ? shownPlace(file, index, span.start) : file;
      };
      call.io.stdout(agreementText(measured, { placeOf, unsigned, inherited, asked: ` (--posts ${call.posts})` }));
    }
    return compared.code;
  },
});

function read(call: Call<'by' | 'branches' | 'format'>): Promise<Compared> {
  if (call.by !== null && call.branches !== null) throw new UsageError('Compare either --by author or --branches.');
  if (call.branches === null) return compareAuthors(call);
  const names = call.branches.split(',').map((name) => name.trim());
  if (names.length < 2 || names.includes('') || new Set(names).size < names.length) {
    throw new UsageError(`--branches takes two branches or more, each once: --branches ann,jo.`);
  }
  return readBranches(call, names);
}
