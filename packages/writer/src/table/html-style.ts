/** Struck and underlined, so that the marks do not live by colour alone; no font, image or script is fetched. */
export const TABLE_STYLE = `
:root{color-scheme:light dark;--ink:#1c1c1a;--paper:#fffdf8;--quiet:#6b6459;--line:#b9b1a0;--del:#a8201a;--ins:#1144aa}
@media(prefers-color-scheme:dark){:root{--ink:#ebe6da;--paper:#191815;--quiet:#a49c8c;--line:#57534a;--del:#f0857d;--ins:#8ab4ff}}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.7 "Noto Serif CJK SC","Source Han Serif SC","Songti SC",SimSun,serif}
main{max-width:90rem;margin:0 auto;padding:2rem 1rem 4rem}
h1{font-size:1.6rem;text-align:center;text-wrap:balance;margin:0}
.sides,.legend{text-align:center;color:var(--quiet)}
table{border-collapse:collapse;width:100%;table-layout:fixed}
th,td{border:1px solid var(--line);padding:.4rem .5rem;vertical-align:top;white-space:pre-wrap;overflow-wrap:anywhere}
th{text-align:center}
th:first-child{width:3em}th:nth-child(2){width:9em}th:nth-child(5){width:9em}th:nth-child(6){width:10em}
td:first-child{text-align:center}
p.notes{max-width:46rem;margin:1.5rem auto;text-indent:2em}
table.notes{max-width:46rem;margin:0 auto}table.notes th:nth-child(2){width:4em}table.notes th:first-child{width:8em}
td ul{list-style:none;margin:0;padding:0}
del{color:var(--del);text-decoration:line-through}
ins{color:var(--ins);text-decoration:underline}
@media screen and (max-width:48rem){thead{position:absolute;clip-path:inset(50%)}table,tbody,tr,td{display:block;width:auto}
tr{border:1px solid var(--line);margin-bottom:1rem}td{border:0;border-bottom:1px dotted var(--line)}
td:first-child{text-align:start}td::before{content:attr(data-label);display:block;color:var(--quiet);font-size:.85rem}}
@page{size:A4 landscape;margin:20mm;@bottom-center{content:"— " counter(page) " —"}}
@media print{:root{color-scheme:light;--ink:#000;--paper:#fff;--quiet:#333;--line:#000;--del:#a8201a;--ins:#1144aa}
body{font-size:10.5pt}main{max-width:none;padding:0}thead{display:table-header-group}}
`;
