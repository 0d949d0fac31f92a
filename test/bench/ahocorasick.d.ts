declare module 'ahocorasick' {
  export default class AhoCorasick {
    constructor(keywords: readonly string[]);
    /** The offset of each match's last code unit, with all keywords that end there. */
    search(text: string): [end: number, keywords: string[]][];
  }
}
