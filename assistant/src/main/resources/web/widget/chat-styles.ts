import { css } from "lit";

/**
 * Nothing of the embedding page comes in: what it sets on the element itself ends at the window, which
 * has its own font, size, colour and alignment, and sizes in em of them.
 */
export const chatStyles = css`
  :host {
    all: initial;
    display: flex;
    flex-direction: column;
    height: 100%;
    min-height: 448px;
    /* Where the page gives it no height, the log scrolls, not the page. */
    max-height: max(448px, 92vh);
  }
  :host([hidden]) {
    display: none;
  }
  .window,
  .launcher {
    font: 400 var(--zhitong-size, 16px) / 1.65 var(--zhitong-font, system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif);
    letter-spacing: normal;
    word-spacing: normal;
    text-align: start;
    text-indent: 0;
    text-transform: none;
    white-space: normal;
    color: var(--zt-text);
  }
  .window {
    --zhitong-size: 1em;
    display: flex;
    flex-direction: column;
    flex: 1 1 auto;
    min-height: 0;
    background: var(--zt-bg);
    border: 1px solid var(--zt-line);
    border-radius: 14px;
    overflow: hidden;
  }
  :host([launcher]) {
    position: fixed;
    right: 16px;
    bottom: 16px;
    z-index: 2147483000;
    height: auto;
    min-height: 0;
    max-height: none;
  }
  .launcher {
    display: block;
    margin-left: auto;
    border-radius: 999px;
    padding: 0.6em 1.3em;
    box-shadow: 0 4px 16px rgb(0 0 0 / 25%);
  }
  :host([launcher]) .window {
    width: min(420px, calc(100vw - 32px));
    height: min(640px, calc(100vh - 110px));
    flex: none;
    margin-bottom: 12px;
    box-shadow: 0 8px 32px rgb(0 0 0 / 25%);
  }
  header {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 1em;
    padding: 0.7em 1em;
    background: var(--zt-accent);
    color: var(--zt-accent-text);
  }
  header button.link {
    color: inherit;
    white-space: nowrap;
  }
  .leaving {
    margin: 0;
    padding: 0.6em 1em;
    background: var(--zt-soft);
    border-bottom: 1px solid var(--zt-line);
  }
  .turns {
    flex: 1;
    overflow-y: auto;
    padding: 1em;
    overscroll-behavior: contain;
  }
  .question {
    background: var(--zt-accent);
    color: var(--zt-accent-text);
    border-radius: 14px 14px 2px 14px;
    padding: 0.5em 0.9em;
    margin: 0.6em 0 0.6em auto;
    width: fit-content;
    max-width: 85%;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .answer,
  .welcome {
    background: var(--zt-soft);
    border-radius: 14px 14px 14px 2px;
    padding: 0.6em 0.9em;
    margin-bottom: 1em;
    max-width: 95%;
    overflow-wrap: anywhere;
  }
  .answer p,
  .welcome p {
    margin: 0.3em 0;
  }
  .answer .said,
  .answer .quoted,
  blockquote {
    white-space: pre-line;
  }
  .answer .intro {
    margin-top: 0.7em;
    font-weight: 600;
    font-size: 0.95em;
  }
  .answer .quoted,
  blockquote {
    margin: 0.2em 0 0.6em;
    padding-left: 0.8em;
    border-left: 3px solid var(--zt-line);
  }
  .clauses {
    padding-left: 1.4em;
  }
  .notes {
    margin: 0.6em 0;
    padding: 0.4em 0.8em;
    border: 1px dashed var(--zt-warn);
    border-radius: 8px;
    background: var(--zt-bg);
  }
  .notes > span {
    color: var(--zt-warn);
  }
  .notes ul {
    margin: 0.2em 0;
    padding-left: 1.2em;
  }
  .receipt dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 1em;
    margin: 0.3em 0;
  }
  .receipt dd {
    margin: 0;
    font-weight: 600;
  }
  .receipts {
    margin-top: 0.8em;
  }
  .receipts ul {
    padding-left: 1.2em;
  }
  .option {
    display: block;
    margin: 0.4em 0;
    text-align: left;
  }
  .tools {
    margin: 0.4em 0;
  }
  .more {
    margin-top: 0.5em;
  }
  .marker {
    display: inline-block;
    min-width: 1.4em;
    padding: 0 0.3em;
    margin: 0 0.15em;
    font-size: 0.8em;
    line-height: 1.4;
    text-align: center;
    text-decoration: none;
    border-radius: 0.7em;
    background: var(--zt-accent);
    color: var(--zt-accent-text);
    vertical-align: 0.15em;
  }
  .sources {
    margin: 0.4em 0;
    font-size: 0.92em;
  }
  .sources ol {
    margin: 0.3em 0;
    padding-left: 1.6em;
  }
  .small,
  .foot {
    font-size: 0.85em;
  }
  .foot {
    margin: 0;
    padding: 0 1.1em 0.7em;
  }
  form.ask {
    display: flex;
    gap: 0.6em;
    padding: 0.7em 1em 0.4em;
    border-top: 1px solid var(--zt-line);
    align-items: end;
  }
  textarea {
    resize: none;
  }
  form.ask button {
    white-space: nowrap;
  }
  .dot {
    display: inline-block;
    width: 0.6em;
    height: 0.6em;
    border-radius: 50%;
    background: var(--zt-accent);
    margin-right: 0.5em;
    animation: pulse 1s infinite alternate;
  }
  @keyframes pulse {
    to {
      opacity: 0.25;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .dot {
      animation: none;
    }
  }
`;
