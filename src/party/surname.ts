/** Family names of two characters: those of 百家姓 that are in use. */
const COMPOUND =
  /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|司徒|司空|端木|独孤|南宫|长孙|宇文|轩辕|申屠|钟离|澹台|公冶|宗政|濮阳|淳于|单于|太叔|闾丘|鲜于|赫连|呼延|东郭|西门|百里|拓跋|万俟|闻人|公羊|仲孙|亓官|司寇|子车|颛孙|巫马|公西|漆雕|乐正|壤驷|公良|夹谷|宰父|谷梁|段干|第五)(?=.)/u;

/** The family name of two characters a name begins with; undefined of any other name. */
export function compoundSurname(name: string): string | undefined {
  return COMPOUND.exec(name.trim())?.[0];
}
