/** Letters of other scripts and languages as plain Latin ones, so that spellings find names. */

const cyrillic =
  "а a б b в v г g д d е e ё yo ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f " +
  "х kh ц ts ч ch ш sh щ shch ъ  ы y ь  э e ю yu я ya ґ g є ye і i ї yi ў u ә e ғ gh қ q ң n " +
  "ө o ұ u ү u һ h ҝ g ҹ j ҷ j ј y";
const armenian =
  "ա a բ b գ g դ d ե e զ z է e ը y թ t ժ zh ի i լ l խ kh ծ ts կ k հ h ձ dz ղ gh ճ ch մ m յ y ն n " +
  "շ sh ո o չ ch պ p ջ j ռ r ս s վ v տ t ր r ց ts ւ v փ p ք k օ o ֆ f և ev";
const latin = "ə e ı i đ d ð d ł l ø o æ ae œ oe ß ss þ th";

function* pairsOf(list: string): Generator<[letter: string, plain: string]> {
  const parts = list.split(" ");
  for (let i = 0; i < parts.length; i += 2) yield [parts[i]!, parts[i + 1]!];
}

const plainLetters: ReadonlyMap<string, string> = new Map(
  [cyrillic, armenian, latin].flatMap((list) => [...pairsOf(list)]),
);

/** A text in lower case without marks, its letters as plain Latin ones where they are known. */
export function toPlainLetters(text: string): string {
  const bare = text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .toLowerCase();
  // most words need no table
  if (/^[ -~]*$/.test(bare)) return bare;
  return bare
    .replace(/ու/g, "u")
    .replace(/[^ -~]/gu, (letter) => plainLetters.get(letter) ?? letter);
}
