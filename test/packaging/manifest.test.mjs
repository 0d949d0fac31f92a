import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { manifestFaults } from '../../packaging/manifest.mjs';
import { having, wholePackage, withManifest } from './whole.mjs';

describe('package.json of a package', () => {
  it('says what the shops and the editor ask for', () => deepStrictEqual(manifestFaults(wholePackage()), []));

  for (const [field, values] of Object.entries({
    publisher: [undefined, '', 'Jo Lind'],
    version: [undefined, '1.0', '1.0.0-beta'],
    displayName: [undefined, ''],
    description: [undefined, 'Short.', 'x'.repeat(201)],
    license: [undefined, 'SEE LICENSE IN LICENSE'],
    icon: [undefined, 'media/activity.svg', 'media/missing.png'],
    categories: [undefined, [], ['Annotation'], 'Other'],
    keywords: [undefined, [], Array.from({ length: 31 }, (_, at) => `word${at}`)],
    galleryBanner: [undefined, {}, { color: 'blue', theme: 'dark' }, { color: '#123456', theme: 'sepia' }],
    engines: [undefined, {}, { vscode: '*' }, { vscode: '>=1.100.0' }],
    main: [undefined],
    browser: [undefined],
    extensionKind: [['ui'], ['workspace']],
    enabledApiProposals: [[], ['timeline']],
  })) {
    it(`is refused with another ${field}`, () => {
      for (const value of values)
        strictEqual(manifestFaults(withManifest({ [field]: value })).length, 1, `${field}: ${JSON.stringify(value)}`);
    });
  }

  it('is refused where it does not say what works in folders that are not trusted or not on a disk', () => {
    strictEqual(manifestFaults(withManifest({ capabilities: undefined })).length, 2);
    const untrustedWorkspaces = { supported: 'limited' };
    strictEqual(
      manifestFaults(withManifest({ capabilities: { untrustedWorkspaces, virtualWorkspaces: true } })).length,
      1,
    );
  });

  it('is refused with a picture that is small or no PNG', () => {
    const small = Buffer.alloc(30);
    small.write('\x89PNG', 'latin1');
    small.writeUInt32BE(64, 16);
    for (const bytes of [small, Buffer.from('<svg/>')]) {
      const files = having('extension/media/icon.png', 'x').map((file) =>
        file.path === 'extension/media/icon.png' ? { ...file, bytes } : file,
      );
      deepStrictEqual(manifestFaults(files), ['icon in package.json should be a PNG picture of at least 128 pixels.']);
    }
  });
});
