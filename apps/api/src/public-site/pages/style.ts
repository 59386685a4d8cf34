import { sha256 } from '@dingben/kernel/hash';

/** The desk's colours (apps/admin/src/theme/tokens.css), and its two families of type; nothing else is fetched. */
const TOKENS = `
:root{color-scheme:light dark;--ink:#20262c;--soft:#59636b;--line:#e3e1da;--line-strong:#8d8a80;--paper:#fdfcf8;--wall:#f4f2ec;
--plain:#eeece5;--accent:#1f5f7a;--accent-ink:#fff;--accent-soft:#e4eef2;--ins:#1c6b3c;--ins-bg:#e6f3e9;--del:#9b2c23;--del-bg:#fbe9e6;
--warn:#7f5200;--warn-bg:#fbf0d9;
--serif:'Songti SC','Source Han Serif SC','Noto Serif CJK SC',STSong,SimSun,'Noto Serif SC',serif;
--sans:'PingFang SC','Microsoft YaHei','Source Han Sans SC','Noto Sans CJK SC','Noto Sans SC',sans-serif}
@media(prefers-color-scheme:dark){:root{--ink:#e6e3dc;--soft:#a3abb2;--line:#343a40;--line-strong:#7d858c;--paper:#1b1f23;
--wall:#14171a;--plain:#2c3238;--accent:#7cc0dc;--accent-ink:#0d1f28;--accent-soft:#1d3642;--ins:#86d6a3;--ins-bg:#17331f;
--del:#f2a79f;--del-bg:#3d1f1c;--warn:#e8bf6b;--warn-bg:#3a2e12}}`;

const FRAME = `
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--wall);color:var(--ink);font:1rem/1.7 var(--sans)}
a{color:var(--accent);text-underline-offset:.2em}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:3px}
.skip{position:absolute;left:-100vw;top:0;padding:.5rem 1rem;background:var(--paper)}
.skip:focus{left:0;z-index:1}
.top,.foot{max-width:72rem;margin:0 auto;padding:.9rem clamp(1rem,4vw,3.5rem);display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;justify-content:space-between}
.top a{text-decoration:none;padding:.15rem 0}
.top .site{color:var(--ink);font-weight:600}
.foot{color:var(--soft);font-size:.85rem;padding-block:1.5rem 2.5rem}
.sheet{max-width:72rem;margin:0 auto;padding:1.5rem clamp(1rem,4vw,3.5rem) 3rem;background:var(--paper);border-block:1px solid var(--line)}
@media(min-width:72rem){.sheet{border:1px solid var(--line);border-radius:4px}}
.crumbs ol{list-style:none;display:flex;flex-wrap:wrap;gap:0 .5rem;margin:0 0 1rem;padding:0;font-size:.875rem;color:var(--soft)}
.crumbs li+li::before{content:'›';margin-inline-end:.5rem}
h1{font-size:clamp(1.35rem,1.1rem + 1.4vw,1.9rem);line-height:1.4;text-wrap:balance;margin:0 0 .75rem}
h2{font-size:1.2rem;line-height:1.5;margin:2.5rem 0 .75rem}
h1,.text{font-family:var(--serif)}
p{margin:.5rem 0}
.soft{color:var(--soft)}.small{font-size:.875rem}
.meta{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;align-items:center;color:var(--soft);font-size:.9rem;margin:0 0 1rem}
.chip{display:inline-block;border-radius:1em;padding:0 .75em;font:.8125rem/1.7 var(--sans);white-space:nowrap;background:var(--plain);color:var(--soft)}
.chip.in-force,.chip.added,.chip.first{background:var(--ins-bg);color:var(--ins)}
.chip.withdrawn,.chip.removed{background:var(--del-bg);color:var(--del)}
.chip.upcoming,.chip.amended,.chip.retitled{background:var(--accent-soft);color:var(--accent)}
.notice{border-inline-start:3px solid var(--line-strong);background:var(--plain);padding:.75rem 1rem;margin:1rem 0}
.notice p{margin:.15rem 0}
.notice.withdrawn{border-color:var(--del);background:var(--del-bg)}
.notice.warned{border-color:var(--warn);background:var(--warn-bg)}
.said{white-space:pre-wrap;overflow-wrap:anywhere}
.nowrap{white-space:nowrap}
.links{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;list-style:none;padding:0;margin:.75rem 0;font-size:.9rem}
.links a,nav.toc a,.cards a,.turn a{display:inline-block;padding:.15rem 0;min-height:24px}
.hash{font:.8125rem/1.6 ui-monospace,Consolas,monospace;overflow-wrap:anywhere;color:var(--soft)}
`;

const PARTS = `
table{border-collapse:collapse;width:100%;font-size:.925rem;margin:.5rem 0 1rem}
th,td{text-align:start;vertical-align:top;padding:.5rem .75rem .5rem 0;border-bottom:1px solid var(--line)}
th{font-weight:500;color:var(--soft);font-size:.85rem}
.cards{list-style:none;padding:0;margin:1rem 0}
.cards li{padding:.9rem 0;border-top:1px solid var(--line)}
.cards a{font-family:var(--serif);font-size:1.1rem}
.lead{font-family:var(--serif);font-size:1.25rem}
.forms{display:grid;gap:0 3rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));border-top:1px solid var(--line);margin-top:2.5rem}
form{display:flex;flex-wrap:wrap;gap:.5rem;align-items:end}
label{display:grid;gap:.2rem;font-size:.875rem;color:var(--soft);flex:1 1 12rem;min-width:0}
input{font:1rem/1.5 var(--sans);color:var(--ink);background:var(--paper);border:1px solid var(--line-strong);border-radius:4px;padding:.4rem .6rem;min-width:0;width:100%}
button{font:1rem/1.5 var(--sans);color:var(--accent-ink);background:var(--accent);border:1px solid var(--accent);border-radius:4px;padding:.4rem 1.1rem;cursor:pointer}
nav.toc{margin:1.5rem 0;padding:1rem 0;border-block:1px solid var(--line);font-size:.9rem}
nav.toc h2{font-size:.85rem;font-weight:500;color:var(--soft);margin:0 0 .25rem}
nav.toc ol{list-style:none;margin:0;padding:0}
nav.toc ol ol{padding-inline-start:1.25em}
nav.toc a{color:var(--ink);text-decoration:none}
nav.toc a:hover{text-decoration:underline}
.text h2,.text h3,.text h4,.text h5{font-family:var(--serif);line-height:1.5;text-wrap:pretty}
.text h2{font-size:1.4rem;margin:3rem 0 1rem;padding-bottom:.4rem;border-bottom:2px solid var(--accent)}
.text h3{font-size:1.2rem;margin:2.25rem 0 .75rem}
.text h4,.text h5{font-size:1.075rem;margin:2rem 0 .5rem}
.text h4 a,.text h5 a,dt a{color:inherit;text-decoration:none}
.text h4 a:hover,.text h5 a:hover,dt a:hover{text-decoration:underline}
.text article article{margin-inline-start:1.5rem}
dl{margin:0;font-family:var(--serif);font-size:1.0625rem;line-height:1.9}
dl>div{display:grid;grid-template-columns:8em minmax(0,1fr);gap:0 1rem;padding:.4rem 0;border-bottom:1px solid var(--line)}
dt{color:var(--soft);font:.9rem/2.1 var(--sans)}
dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
:target{background:var(--accent-soft);box-shadow:0 0 0 .4rem var(--accent-soft)}
section:target,article:target{background:none;box-shadow:none}
section:target>:first-child,article:target>:first-child{background:var(--accent-soft);box-shadow:0 0 0 .4rem var(--accent-soft)}
ins{color:var(--ins);background:var(--ins-bg);text-decoration-thickness:1px;text-underline-offset:.25em}
del{color:var(--del);background:var(--del-bg);text-decoration-thickness:1px}
.turn{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.5rem 1.5rem;margin:2rem 0 0;padding-top:1rem;border-top:1px solid var(--line);font-size:.925rem}
.step{margin:2.25rem 0 0}.step h2{font-family:var(--serif);margin:0}
.step header{display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:center}.step .meta{margin:.15rem 0 .5rem}
@media(min-width:64rem){.split{display:grid;grid-template-columns:15rem minmax(0,1fr);gap:0 3rem;align-items:start}
.split nav.toc{position:sticky;top:1rem;max-height:calc(100vh - 2rem);overflow:auto;border:0;margin:1.5rem 0 0;padding:0}
.split .text>section:first-child>h2{margin-top:1.5rem}}
@media(max-width:63.99rem){nav.toc ol ol{display:none}nav.toc ol{columns:2}}
@media(max-width:40rem){dl>div{grid-template-columns:1fr;padding:.6rem 0}dt{line-height:1.6}.text article article{margin-inline-start:.75rem}
table.stack thead{display:none}table.stack tr{display:block;padding:.6rem 0;border-bottom:1px solid var(--line)}
table.stack td{display:block;border:0;padding:.1rem 0}table.stack td[data-name]::before{content:attr(data-name) '：';color:var(--soft)}
form button{flex:1 1 100%}}
@media(prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
`;

const PRINT = `
@page{size:A4;margin:30mm 26mm 28mm 28mm;@bottom-center{content:counter(page)}}
@media print{:root{color-scheme:light;--ink:#000;--soft:#333;--line:#999;--paper:#fff;--wall:#fff;--plain:#fff;--accent:#000;--accent-soft:#fff;
--ins:#000;--ins-bg:#fff;--del:#000;--del-bg:#fff;--warn:#000;--warn-bg:#fff}
body{font-size:11pt}.top,.crumbs,nav.toc,.forms,.links,.turn,.skip{display:none}.sheet{border:0;padding:0;max-width:none}
.split{display:block}a{color:inherit;text-decoration:none}h2,h3,h4,h5{break-after:avoid}dl>div{orphans:2;widows:2}dl>div:first-child{break-before:avoid}}
`;

export const STYLE = (TOKENS + FRAME + PARTS + PRINT).trim();
/** Names the style sheet, so that it may be kept for ever and still be replaced. */
export const STYLE_HASH = sha256(STYLE).slice(0, 16);
