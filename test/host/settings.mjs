// Settings of every VS Code that is started here: nothing in the window but the work, nothing sent anywhere.

/** Turns off what would cover the extension or differ between runs. */
export const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'git.autofetch': false,
  'files.autoSave': 'off',
  'git.openRepositoryInParentFolders': 'never',
};

/** Runs the extension in the web worker host, as on vscode.dev. VS Code in the browser heeds only this, not the address. */
export const webSettings = { 'remote.extensionKind': { 'postgloss.postgloss': ['web'] } };
