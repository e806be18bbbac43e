/** The one style sheet of the sandbox's pages. Plain on purpose: nobody should take them for the product. */
export const style = `
:root { color-scheme: light; --ink: #1c2430; --soft: #566072; --line: #d6dbe4; --page: #f5f6f9; --card: #fff; --link: #1d4fb8;
  --good: #0b6b3a; --bad: #a81e1e; --wait: #7a4b00; }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--page); }
main { max-width: 68rem; margin: 0 auto; padding: 1rem 1rem 3rem; }
.banner { margin: 0; padding: .5rem 1rem; text-align: center; color: #3d2600; background: #ffd36b;
  background-image: repeating-linear-gradient(135deg, transparent 0 12px, rgb(0 0 0 / 7%) 12px 24px); }
nav { display: flex; gap: .5rem; max-width: 68rem; margin: 0 auto; padding: .5rem 1rem 0; }
nav a { padding: .55rem .9rem; border-radius: .4rem; text-decoration: none; }
nav a[aria-current] { background: var(--ink); color: #fff; }
a { color: var(--link); }
h1 { font-size: 1.5rem; line-height: 1.25; margin: .75rem 0; overflow-wrap: anywhere; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
.soft { color: var(--soft); } .small { font-size: .875rem; } .mono { font-family: ui-monospace, monospace; font-size: .875rem; }
.good { color: var(--good); } .bad { color: var(--bad); } .wait { color: var(--wait); }
.card { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: 1rem; margin: 0 0 1rem; }
.narrow { max-width: 30rem; margin: 1rem auto; padding: 1.25rem; }
.amount { font-size: 2rem; font-weight: 700; line-height: 1.2; margin: .25rem 0; font-variant-numeric: tabular-nums; }
.notice { border-left: .3rem solid var(--bad); background: #fdeeee; padding: .6rem .8rem; border-radius: .3rem; }
.choices { display: grid; gap: .9rem; margin-top: 1.25rem; }
.choices p { margin: .25rem 0 0; }
button, .button { display: inline-flex; align-items: center; justify-content: center; min-height: 44px; padding: .4rem 1rem; font: inherit;
  color: var(--ink); background: #fff; border: 1px solid #7b8698; border-radius: .45rem; cursor: pointer; text-decoration: none; }
.choices button, .choices .button { width: 100%; font-weight: 600; }
button.main { color: #fff; background: #17468f; border-color: #17468f; }
button:focus-visible, a:focus-visible, select:focus-visible, input:focus-visible, pre:focus-visible { outline: 3px solid #e08a00; outline-offset: 2px; }
select { min-height: 44px; font: inherit; padding: .3rem .5rem; max-width: 100%; background: #fff; border: 1px solid #7b8698; border-radius: .45rem; }
.fields { display: flex; flex-wrap: wrap; gap: .75rem 1rem; align-items: end; }
.fields label { display: grid; gap: .2rem; }
.row { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
.between { justify-content: space-between; }
.keep { flex-wrap: nowrap; }
.keep button, time { white-space: nowrap; }
main > .row { margin-bottom: .75rem; } main > .row > * { margin-bottom: 0; }
li > .row + .row, .mono + .row { margin-top: .4rem; }
ul.plain { list-style: none; margin: 0; padding: 0; }
ul.plain > li { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: .75rem 1rem; margin-bottom: .6rem; }
.who { overflow-wrap: anywhere; }
.mails a { display: block; color: inherit; text-decoration: none; }
.mails a:hover strong { text-decoration: underline; }
.tabs { display: flex; gap: .25rem; border-bottom: 1px solid var(--line); margin: 1rem 0 0; }
.tabs a { padding: .6rem 1rem; text-decoration: none; border: 1px solid transparent; border-bottom: 0; border-radius: .4rem .4rem 0 0; }
.tabs a[aria-current] { background: #fff; border-color: var(--line); color: var(--ink); font-weight: 600; }
iframe { display: block; width: 100%; height: 75vh; border: 1px solid var(--line); border-top: 0; background: #fff; }
pre { margin: 0; padding: 1rem; background: #fff; border: 1px solid var(--line); border-top: 0; white-space: pre-wrap; overflow-wrap: anywhere;
  font: .875rem/1.5 ui-monospace, monospace; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem .9rem; margin: 0; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
`;
