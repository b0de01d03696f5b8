/** The marketplace's dyes, so that the buyer does not feel sent elsewhere; a dashed ribbon says that this is a simulator. */
export const styles = `
:root{color-scheme:light dark;--page:#fbf6ec;--raised:#fffdf8;--sunken:#f4ebdb;--text:#22150e;--muted:#67503f;--border:#d3bf9f;--control:#8d7659;
--brand:#1b2759;--on-brand:#fbf6ec;--on-brand-muted:#c6d1f4;--action:#243578;--action-hover:#2f4699;--action-text:#fffdf8;--link:#243578;--price:#8a3b1b;
--saffron:#e8a21c;--madder:#ae2f2b;--argan:#43713a;--danger-bg:#fbe5df;--danger:#6e1a1c;--notice-bg:#fdf0cf;--notice:#654100;--focus:#2f4699}
@media (prefers-color-scheme:dark){:root{--page:#0d1226;--raised:#131b3d;--sunken:#1b2759;--text:#fbf6ec;--muted:#c6d1f4;--border:#2f4699;--control:#a3b5ee;
--brand:#131b3d;--action:#e8a21c;--action-hover:#f4bb45;--action-text:#22150e;--link:#c6d1f4;--price:#eeb08e;--danger-bg:#6e1a1c;--danger:#fbe5df;--notice-bg:#654100;--notice:#fdf0cf;--focus:#f4bb45}}
*,*::before,*::after{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--text);font:400 1.0625rem/1.55 'Readex Pro','Noto Sans Arabic','Noto Sans Tifinagh',system-ui,sans-serif}
h1,h2,p,ul,dl,dd{margin:0;padding:0}
ul{list-style:none}
h1,h2,.brand{font-family:'Reem Kufi','Noto Kufi Arabic','Trebuchet MS',sans-serif;line-height:1.2;word-spacing:.1em}
h1{font-size:clamp(1.625rem,1.45rem + .8vw,2.125rem)}
h2{font-size:1.25rem}
header{background:var(--brand);color:var(--on-brand)}
header div.wrap{display:flex;flex-wrap:wrap;align-items:baseline;gap:.25rem 1rem;padding-block:1rem}
.brand{font-size:1.5rem;font-weight:600}
header div.wrap p{color:var(--on-brand-muted)}
.braid{block-size:8px;background:repeating-linear-gradient(135deg,var(--saffron) 0 8px,var(--madder) 8px 16px,var(--argan) 16px 24px,var(--page) 24px 28px)}
.wrap{max-inline-size:62rem;margin-inline:auto;padding-inline:clamp(1rem,.6rem + 1.8vw,2rem)}
.notice{background:var(--notice-bg);color:var(--notice);border-block-end:2px dashed var(--saffron);font-size:.9375rem}
.notice .wrap{padding-block:.5rem}
main{padding-block:2rem 4rem}
.narrow{max-inline-size:32rem;margin-block-start:1.5rem}
.columns{display:grid;gap:2rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));align-items:start;margin-block-start:1.5rem}
.sheet{background:var(--raised);border:1px solid var(--border);border-radius:14px;padding:1.5rem;display:grid;gap:1.25rem}
.price{color:var(--price);font-weight:600;font-size:2rem;line-height:1.2;font-variant-numeric:tabular-nums;white-space:nowrap}
.field{display:grid;gap:.25rem}
.pair{display:grid;gap:1.25rem;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr))}
label{font-weight:600}
.hint{color:var(--muted);font-size:.9375rem}
input{inline-size:100%;min-block-size:3rem;padding:.5rem .75rem;font:inherit;font-variant-numeric:tabular-nums;color:inherit;background:var(--page);border:2px solid var(--control);border-radius:8px}
input[dir=ltr]{text-align:start}
input[aria-invalid=true]{border-color:var(--madder)}
.field .error{color:var(--danger);background:var(--danger-bg);border-radius:4px;padding:.25rem .5rem;font-size:.9375rem}
.alert{background:var(--danger-bg);color:var(--danger);border-inline-start:6px solid var(--madder);border-radius:8px;padding:1rem 1.25rem;margin-block-start:1.5rem}
button{font:inherit;cursor:pointer;min-block-size:3rem}
.action{font-weight:600;background:var(--action);color:var(--action-text);border:0;border-radius:8px;padding:.75rem 1.5rem;inline-size:100%}
.action:hover{background:var(--action-hover)}
.quiet{font-weight:600;background:none;color:var(--link);border:2px solid currentcolor;border-radius:8px;padding:.75rem 1.5rem;inline-size:100%}
a{color:var(--link);display:inline-block;padding-block:.5rem}
.cards{display:grid;gap:.5rem}
.cards button{inline-size:100%;display:grid;gap:.125rem;text-align:start;color:inherit;background:var(--sunken);border:1px solid var(--border);border-radius:8px;padding:.5rem .75rem}
.cards button:hover{border-color:var(--focus)}
.number{justify-self:start;font-variant-numeric:tabular-nums;color:var(--muted);font-size:.9375rem}
:focus-visible{outline:3px solid var(--focus);outline-offset:3px}
`;
