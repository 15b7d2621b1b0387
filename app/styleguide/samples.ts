import type { PersonSummary } from "#app/ui/person-line.tsx";

/** As long as names may be in practice: blocks must hold it without breaking the page. */
export const LONG_NAME =
  "一般社団法人日本カスタマーサクセス推進協議会 東日本事業統括本部 デジタルコミュニケーション推進室";

/** A word that no line can break at a blank. */
export const UNBROKEN =
  "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamten".repeat(2);

const person: PersonSummary = {
  handle: "sakura-mori",
  name: "森 さくら",
  title: "情報システム部 主任",
  avatarFileId: null,
  isStaff: false,
  organisationName: "株式会社みどり物産",
  organisationHidden: false,
};

export const PEOPLE: PersonSummary[] = [
  person,
  { ...person, name: "Alex Johnson", organisationName: null, organisationHidden: true, title: "" },
  { ...person, name: "高橋 健", organisationName: null, isStaff: true, title: "CS担当" },
  { ...person, name: LONG_NAME, organisationName: LONG_NAME, title: LONG_NAME },
  { ...person, name: UNBROKEN, organisationName: UNBROKEN },
];
