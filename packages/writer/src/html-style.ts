/** Readable on paper and on screen, light and dark; no font, image or script is fetched. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1c1c1a;--paper:#fffdf8;--quiet:#6b6459;--line:#d9d2c3;--accent:#8c1d18}
@media(prefers-color-scheme:dark){:root{--ink:#ebe6da;--paper:#191815;--quiet:#a49c8c;--line:#3a372f;--accent:#e08a80}}
body{margin:0;background:var(--paper);color:var(--ink);font:1.05rem/1.9 "Noto Serif CJK SC","Source Han Serif SC","Songti SC",SimSun,serif}
main{max-width:46rem;margin:0 auto;padding:3rem 1.5rem 5rem}
h1{font-size:1.7rem;line-height:1.5;text-align:center;text-wrap:balance;margin:0 0 2.5rem}
h2{font-size:1.35rem;margin:3rem 0 1rem;padding-bottom:.4rem;border-bottom:2px solid var(--accent)}
h3{font-size:1.15rem;margin:2rem 0 .75rem}
h4{font-size:1.05rem;margin:1.75rem 0 .5rem}
h4 a,dt a{color:inherit;text-decoration:none}
article article{margin-inline-start:1.5rem}
dl{margin:0}
dl>div{display:grid;grid-template-columns:7.5em 1fr;gap:0 1rem;padding:.35rem 0;border-bottom:1px solid var(--line)}
dt{color:var(--quiet)}
dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
nav ol{columns:2;list-style:none;padding:1rem 0;margin:0;border-block:1px solid var(--line)}
nav a{color:var(--accent);text-decoration:none}
nav a:hover,h4 a:hover,dt a:hover{text-decoration:underline}
:target>h4,:target>dt{color:var(--accent)}
.draft{text-align:center;color:var(--quiet);margin:0}
footer{margin-top:4rem;color:var(--quiet);font-size:.85rem;overflow-wrap:anywhere}
footer p{margin:0}
@media(max-width:36rem){main{padding:1.5rem 1rem 3rem}h1{font-size:1.4rem;margin-bottom:1.5rem}
dl>div{grid-template-columns:1fr}article article{margin-inline-start:.75rem}nav ol{columns:1}nav a{display:block;padding:.35rem 0}}
@page{size:A4;margin:37mm 26mm 35mm 28mm;@bottom-right{content:"— " counter(page) " —"}}
@page :left{@bottom-right{content:none}@bottom-left{content:"— " counter(page) " —"}}
@media print{:root{color-scheme:light;--ink:#000;--paper:#fff;--quiet:#333;--line:#999;--accent:#000}
body{font-size:12pt;line-height:1.7}main{max-width:none;padding:0}nav{display:none}a{color:inherit}
h2,h3,h4{break-after:avoid}dl>div{orphans:2;widows:2}dl>div:first-child{break-before:avoid}}
`;
