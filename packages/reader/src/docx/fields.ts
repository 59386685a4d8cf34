const CONTENTS = /^\s{0,9}TOC\b/i;

interface Field {
  instruction: string;
  isResult: boolean;
  isContents: boolean;
}

/** The fields that have begun and not ended, over many paragraphs and within one another. Of each only the result is shown. */
export class Fields {
  private readonly open: Field[] = [];
  private instructions = 0;
  private contents = 0;

  /** Whether what comes now says how a field is made, and is not shown. */
  get isInInstruction(): boolean {
    return this.instructions > 0;
  }

  /** Whether it stands in a table of contents. */
  get isInContents(): boolean {
    return this.contents > 0;
  }

  /** @param type of a `w:fldChar`; an unknown one turns nothing. */
  turn(type: string): void {
    const last = this.open.at(-1);
    if (type === 'begin') {
      this.open.push({ instruction: '', isResult: false, isContents: false });
      this.instructions++;
    } else if (type === 'separate' && last?.isResult === false) {
      last.isResult = true;
      last.isContents = CONTENTS.test(last.instruction);
      this.instructions--;
      if (last.isContents) this.contents++;
    } else if (type === 'end' && last !== undefined) {
      this.open.pop();
      if (!last.isResult) this.instructions--;
      if (last.isContents) this.contents--;
    }
  }

  instruct(text: string): void {
    const last = this.open.at(-1);
    if (last !== undefined) last.instruction += text;
  }
}
