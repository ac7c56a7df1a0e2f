"""How a report's page for a browser looks: at a desk, on a phone, and printed."""

STYLE = """
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #f3f5f4; color: #1d2429; line-height: 1.5;
  font-family: Lato, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", sans-serif; }
main { max-width: 54rem; margin: 0 auto; padding: 2.2rem 2.4rem; background: #fff;
  overflow-wrap: anywhere; }
body.large { font-size: 1.15rem; }
header { display: flex; flex-wrap: wrap; gap: .4rem 2rem; justify-content: space-between;
  border-bottom: 2px solid #b9c1c6; padding-bottom: .8rem; margin-bottom: 1rem; }
h1 { font-size: 1.7rem; font-weight: 600; margin: 0; line-height: 1.25; }
h2 { font-size: 1.1rem; font-weight: 600; margin: 1.5rem 0 .4rem; }
h3 { font-size: .95rem; font-weight: 600; margin: 0 0 .3rem; }
p { margin: .3rem 0; }
.soft, .aside, footer { color: #4b565d; }
.soft, .aside { font-size: .9em; }
.aside { text-align: end; white-space: pre-line; }
.label { color: #4b565d; font-weight: 600; margin-inline-end: .6rem; }
ul { margin: .3rem 0; padding-inline-start: 1.3rem; }
.facts { display: grid; gap: .8rem 1.4rem; margin: .6rem 0;
  grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); }
.facts dt { color: #4b565d; font-size: .9em; }
.facts dd { margin: 0; }
.facts strong { font-size: 1.35em; font-weight: 600; display: block; line-height: 1.3; }
table { width: 100%; border-collapse: collapse; font-size: .92em; margin: .4rem 0; }
th { text-align: start; font-weight: 600; color: #4b565d; }
th, td { overflow-wrap: break-word; padding: .3rem .6rem .3rem 0; vertical-align: top;
  border-bottom: 1px solid #d5dbde; }
.charts { display: grid; gap: 1rem 1.6rem; }
.charts.two { grid-template-columns: repeat(auto-fit, minmax(min(19rem, 100%), 1fr)); }
figure { margin: .6rem 0; break-inside: avoid; min-width: 0; }
figure svg { display: block; width: 100%; height: auto; overflow: visible; }
.short { white-space: nowrap; }
.narrow { display: none; }
.strip { display: flex; flex-wrap: wrap; gap: .8rem; margin: .6rem 0; break-inside: avoid; }
.strip figure { margin: 0; flex: 0 1 9.5rem; text-align: center; }
.strip img { max-width: 100%; height: auto; max-height: 11rem; }
.strip figcaption { color: #4b565d; font-size: .85em; }
.fill { border-bottom: 1px solid #b9c1c6; min-height: 2.2em; color: #4b565d; padding-top: .6rem; }
footer { font-size: .78rem; border-top: 1px solid #b9c1c6; margin-top: 2rem; padding-top: .6rem; }
@media (max-width: 40rem) {
  main { padding: 1.2rem 1rem; }
  .aside { text-align: start; }
  .wide { display: none; }
  .narrow { display: block; }
  thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  tr { display: block; border-bottom: 1px solid #b9c1c6; padding: .4rem 0; }
  td { display: flex; gap: .8rem; border: 0; padding: .12rem 0; }
  td.none { display: none; }
  td::before { content: attr(data-head); flex: 0 0 38%; color: #4b565d; }
}
@media print {
  body { background: #fff; font-size: 10pt; }
  body.large { font-size: 12pt; }
  main { max-width: none; padding: 0; }
  h2, h3 { break-after: avoid; }
  tr, figure, .facts { break-inside: avoid; }
  @page { margin: 16mm; }
}
"""
