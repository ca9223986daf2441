/// The style sheet of every page: calm, dark blue on white as the workbooks, the reader's own
/// fonts, and legible without colour.
///
/// Colours of text have a contrast of at least 4.5 to 1 against what is behind them, lines and
/// bars that carry meaning at least 3 to 1.
///
/// Source: WCAG 2.2, 1.4.3 and 1.4.11; CSS Paged Media.
enum PageStyle {
    static let screen: StaticString = """

        :root { --ink: #1f3f54; --text: #1b1f23; --muted: #56616a; --line: #d5dde2;
          --pale: #eef3f6; --alarm: #a61b1b; color-scheme: light; }
        * { box-sizing: border-box; }
        html { font: 100%/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans",
          "Liberation Sans", Arial, sans-serif; color: var(--text); background: #fff;
          -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body { max-width: 90rem; margin: 0 auto; padding: 2rem clamp(1rem, 4vw, 3.5rem) 3rem; }
        h1, h2, h3 { color: var(--ink); line-height: 1.2; text-wrap: balance; }
        h1 { font-size: clamp(1.6rem, 1.2rem + 1.8vw, 2.3rem); margin: 0 0 .4rem; }
        h2 { font-size: 1.4rem; margin: 2.75rem 0 .75rem; }
        h3 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
        p, ul, ol, dl { max-width: 46rem; margin: 0 0 .9rem; }
        .cover { border-bottom: 3px solid var(--ink); padding-bottom: 1rem; }
        .cover p { margin: 0; max-width: none; }
        .association { font-size: 1.15rem; font-weight: 600; }
        .scope { color: var(--muted); }
        .scope li { display: inline-block; }
        .scope li:not(:last-child)::after { content: "·"; padding: 0 .45em; }
        .scope ul { list-style: none; padding: 0; margin: 0; max-width: none; }
        nav { margin-top: 1.5rem; }
        nav h2 { font-size: 1.1rem; margin: 0 0 .4rem; }
        nav ol { padding-left: 1.4rem; }
        a { color: #1a5276; text-underline-offset: .15em; }
        a:focus-visible, .scroll:focus-visible { outline: 3px solid #1a5276; outline-offset: 3px; }
        .lead { font-size: 1.15rem; color: var(--ink); }
        .proposal { border-left: .35rem solid var(--ink); background: var(--pale);
          color: var(--ink); font-size: 1.15rem; font-weight: 600; padding: .7rem 1rem; }
        .warning { border-left: .35rem solid var(--alarm); background: #fbe9e7; color: #7a1414;
          padding: .6rem .9rem; }
        pre { background: var(--pale); border: 1px solid var(--line); padding: .6rem .9rem;
          font-size: .9rem; max-width: 100%; margin: 0 0 .9rem;
          white-space: pre-wrap; overflow-wrap: anywhere; }
        code { font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, "Liberation Mono",
          monospace; }
        .scroll { overflow-x: auto; margin: 0 0 .6rem; max-width: 100%; }
        .scroll + .scroll, .scroll + .paper + .scroll { margin-top: 1.75rem; }
        table { border-collapse: separate; border-spacing: 0; font-size: .9rem;
          line-height: 1.35; font-variant-numeric: tabular-nums lining-nums; }
        caption { text-align: left; font-weight: 600; color: var(--ink); padding: .4rem 0; }
        caption .unit { font-weight: 400; color: var(--muted); }
        th, td { text-align: left; vertical-align: top; padding: .38rem .6rem; }
        th { min-width: min(var(--wide, 0px), 40vw); }
        thead th { background: var(--ink); color: #fff; vertical-align: bottom;
          font-weight: 600; }
        thead .group { text-align: center; border-bottom: 1px solid #8fa5b3; }
        .first { border-left: 1px solid var(--line); }
        thead .first { border-left-color: #8fa5b3; }
        tbody th, tbody td, tfoot th, tfoot td { border-bottom: 1px solid var(--line); }
        tbody th { font-weight: 400; background: #fff; }
        .n { text-align: right; white-space: nowrap; }
        thead .n { white-space: normal; }
        .l1 { padding-left: 1.7rem; }
        .l2 { padding-left: 2.7rem; }
        .l3 { padding-left: 3.7rem; }
        .head th { color: var(--ink); font-weight: 700; }
        .sub th, .sub td { background: var(--pale); font-style: italic; color: var(--ink); }
        .total th, .total td { background: var(--pale); font-weight: 700; color: var(--ink);
          border-top: 1px solid var(--ink); border-bottom: 3px double var(--ink); }
        .memo th, .memo td { font-style: italic; color: var(--muted); }
        td.u { color: var(--muted); background: #f0f0f0; }
        td.below { color: var(--alarm); font-weight: 700; }
        .nb { white-space: nowrap; }
        .footnotes { font-size: .88rem; color: var(--muted); }
        figure { margin: 1.75rem 0; }
        figcaption { max-width: 46rem; color: var(--muted); font-size: .9rem; }
        svg { display: block; min-width: 34rem; width: 100%; max-width: 56rem; height: auto; }
        svg text { font-family: inherit; font-size: 12px; fill: #1b1f23; }
        svg .name { font-size: 15px; font-weight: 600; fill: #1f3f54; }
        svg .faint { fill: #56616a; }
        svg .value { font-size: 10.5px; stroke: #fff; stroke-width: 3px; paint-order: stroke; }
        .remarks { font-size: .92rem; }
        .remarks li + li { margin-top: .25rem; }
        dt { font-weight: 600; color: var(--ink); }
        dd { margin: 0; }
        dl div { break-inside: avoid; padding-bottom: .5rem; }
        footer { border-top: 1px solid var(--line); margin-top: 2.5rem; color: var(--muted);
          font-size: .85rem; }
        footer h2 { font-size: 1.05rem; margin-top: 1.25rem; }
        footer dl { display: flex; flex-wrap: wrap; gap: .2rem 2.5rem; max-width: none; }
        footer code { overflow-wrap: anywhere; }
        .heard { position: absolute; width: 1px; height: 1px; overflow: hidden;
          clip-path: inset(50%); white-space: nowrap; }
        .paper { display: none; }
        @media screen {
          tbody th, .lead-in { position: sticky; left: 0; z-index: 1; }
          thead .lead-in { z-index: 2; }
          tbody tr:hover > * { background: #e4edf2; }
        }
        @media screen and (min-width: 66rem) {
          .remarks ul, .remarks dl { columns: 2; column-gap: 3rem; max-width: 96rem; }
          .remarks li { break-inside: avoid; }
        }
        @media screen and (max-width: 40rem) {
          tbody th { max-width: 45vw; overflow-wrap: anywhere; }
          th, td { padding: .35rem .5rem; }
        }

        """

    static let print: StaticString = """
        @media print {
          html { font-size: 9.5pt; }
          body { max-width: none; padding: 0; }
          .wide { page: across; }
          h1 { font-size: 17pt; margin-bottom: 2pt; }
          .cover { padding-bottom: 6pt; border-bottom-width: 2pt; }
          h2 { font-size: 13pt; margin: 14pt 0 6pt; }
          h2, h3, caption { break-after: avoid; }
          .begins { break-before: page; }
          p, li { orphans: 3; widows: 3; }
          .scroll { overflow: visible; }
          .whole { display: none; }
          .paper { display: block; }
          .paper table + table { margin-top: 12pt; }
          table { font-size: 8pt; line-height: 1.2; }
          th { min-width: 0; }
          th, td { padding: 1.6pt 5pt; }
          .l1 { padding-left: 13pt; }
          .l2 { padding-left: 21pt; }
          .l3 { padding-left: 29pt; }
          thead { display: table-header-group; }
          thead, tbody tr:first-child { break-after: avoid; }
          tfoot { display: table-row-group; }
          tr, figure, .short, .warning, .proposal, .remarks li { break-inside: avoid; }
          .total { break-before: avoid; }
          .wide .remarks ul, .wide .remarks dl { columns: 2; column-gap: 10mm;
            max-width: none; }
          thead th, .total > *, .sub > *, td.u, .warning, .proposal, pre, svg {
            -webkit-print-color-adjust: exact; print-color-adjust: exact; }
          svg { min-width: 0; max-width: 240mm; }
          .wide svg { max-width: 190mm; }
          a { color: inherit; text-decoration: none; }
          footer { break-inside: avoid; margin-top: 14pt; }
          footer h2 { margin-top: 6pt; }
        }

        """
}
