import { css } from "lit";

/** Colours and sizes, as variables with defaults so that an embedding site can set its own. */
export const tokens = css`
  :host {
    --zt-accent: var(--zhitong-accent, #1457a8);
    --zt-accent-text: var(--zhitong-accent-text, #ffffff);
    --zt-bg: var(--zhitong-background, #ffffff);
    --zt-soft: var(--zhitong-soft, #f1f5fa);
    --zt-text: var(--zhitong-text, #1b2430);
    --zt-dim: var(--zhitong-dim, #566375);
    --zt-line: var(--zhitong-line, #d3dbe6);
    --zt-mark: var(--zhitong-mark, #fff1b8);
    --zt-bad: #b3261e;
    --zt-good: #1a7040;
    --zt-warn: #8a5a00;
    color: var(--zt-text);
    font-family: var(--zhitong-font, system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif);
    font-size: var(--zhitong-size, 1rem);
    line-height: 1.65;
  }
  @media screen and (prefers-color-scheme: dark) {
    :host {
      --zt-accent: var(--zhitong-accent, #7fb2f5);
      --zt-accent-text: var(--zhitong-accent-text, #0c1726);
      --zt-bg: var(--zhitong-background, #151b23);
      --zt-soft: var(--zhitong-soft, #1f2833);
      --zt-text: var(--zhitong-text, #e7edf5);
      --zt-dim: var(--zhitong-dim, #a9b6c6);
      --zt-line: var(--zhitong-line, #38454f);
      --zt-mark: var(--zhitong-mark, #5c4a00);
      --zt-bad: #ff9a92;
      --zt-good: #7fd6a4;
      --zt-warn: #f0c36a;
    }
  }
`;

/** Controls that every element uses; in em, since a page that embeds one may have any root size. */
export const controls = css`
  * {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  button,
  .button {
    font: inherit;
    border: 1px solid var(--zt-accent);
    background: var(--zt-bg);
    color: var(--zt-accent);
    border-radius: 8px;
    padding: 0.45em 1em;
    cursor: pointer;
    text-decoration: none;
    display: inline-block;
  }
  button.primary,
  .button.primary {
    background: var(--zt-accent);
    color: var(--zt-accent-text);
  }
  button:disabled {
    opacity: 0.55;
    cursor: default;
  }
  button.link {
    border: 0;
    background: none;
    padding: 0;
    text-align: start;
    text-decoration: underline;
  }
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    background: var(--zt-bg);
    border: 1px solid var(--zt-line);
    border-radius: 8px;
    padding: 0.45em 0.7em;
    width: 100%;
  }
  a {
    color: var(--zt-accent);
  }
  :is(button, a, input, select, textarea, summary, [tabindex]):focus-visible {
    outline: 3px solid color-mix(in srgb, var(--zt-accent) 55%, transparent);
    outline-offset: 2px;
  }
  label {
    display: block;
    font-weight: 600;
  }
  .dim {
    color: var(--zt-dim);
  }
  .bad {
    color: var(--zt-bad);
  }
  .good {
    color: var(--zt-good);
  }
  .warn {
    color: var(--zt-warn);
  }
  .tag {
    display: inline-block;
    border: 1px solid var(--zt-line);
    border-radius: 999px;
    padding: 0 0.6em;
    font-size: 0.85em;
    margin-right: 0.3em;
    background: var(--zt-soft);
    color: var(--zt-text);
  }
  .tag.bad {
    color: var(--zt-bad);
    border-color: currentColor;
  }
  .tag.warn {
    color: var(--zt-warn);
    border-color: currentColor;
  }
  .card {
    border: 1px solid var(--zt-line);
    border-radius: 12px;
    background: var(--zt-bg);
    padding: 1em 1.2em;
    margin-bottom: 1em;
  }
  .card > :is(h2, h3):first-child,
  .card > :is(ul, ol, p):first-child {
    margin-top: 0;
  }
  .card > :last-child {
    margin-bottom: 0;
  }
  .notice {
    border-left: 4px solid var(--zt-accent);
    background: var(--zt-soft);
    padding: 0.6em 0.9em;
    border-radius: 0 8px 8px 0;
  }
  .notice.error {
    border-color: var(--zt-bad);
  }
  .row.nowrap {
    flex-wrap: nowrap;
  }
  .row.nowrap button {
    white-space: nowrap;
  }
  summary {
    cursor: pointer;
    font-weight: 600;
  }
  .light {
    display: inline-block;
    border-radius: 4px;
    padding: 0 0.4em;
    font-size: 0.9em;
  }
  .light.green {
    border: 1px solid var(--zt-good);
    color: var(--zt-good);
  }
  .light.yellow {
    border: 1px solid var(--zt-warn);
    color: var(--zt-warn);
    background: var(--zt-mark);
  }
  .light.red {
    border: 1px solid var(--zt-bad);
    color: var(--zt-bad);
    font-weight: 600;
  }
  .light.overdue {
    border: 1px solid var(--zt-bad);
    background: var(--zt-bad);
    color: var(--zt-bg);
    font-weight: 600;
  }
  .light.none {
    display: none;
  }
  .scroll {
    overflow-x: auto;
  }
  .scroll :is(th, td) {
    min-width: 4.2em;
  }
  .scroll tbody th {
    min-width: 9em;
  }
  .tag,
  .light,
  .day {
    white-space: nowrap;
  }
  .row {
    display: flex;
    gap: 0.6em;
    flex-wrap: wrap;
    align-items: center;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  table {
    border-collapse: collapse;
    width: 100%;
  }
  th,
  td {
    border: 1px solid var(--zt-line);
    padding: 0.35em 0.6em;
    text-align: left;
    vertical-align: top;
  }
  th {
    background: var(--zt-soft);
  }
  mark {
    background: var(--zt-mark);
    color: inherit;
  }
  h1 {
    font-size: 1.6em;
    line-height: 1.3;
    margin: 0.4em 0;
  }
  h2 {
    font-size: 1.25em;
    margin: 0.6em 0 0.4em;
  }
  h3 {
    font-size: 1.05em;
    margin: 0.6em 0 0.3em;
  }
`;
