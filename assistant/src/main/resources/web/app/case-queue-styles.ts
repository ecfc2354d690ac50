import { css } from "lit";

export const caseQueueStyles = css`
  .card {
    padding: 0.7em 0.8em;
  }
  form {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0.4em;
  }
  form > .wide,
  .further > .wide {
    grid-column: 1 / -1;
  }
  .further {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0.4em;
    margin-top: 0.4em;
  }
  .further label {
    font-weight: 400;
    font-size: 0.9em;
  }
  .list {
    max-height: 78vh;
    overflow-y: auto;
    margin: 0.4em -0.4em;
    padding: 0 0.2em;
  }
  button.item {
    display: block;
    width: 100%;
    text-align: left;
    border: 0;
    border-bottom: 1px solid var(--zt-line);
    border-left: 4px solid transparent;
    border-radius: 0;
    color: var(--zt-text);
    padding: 0.35em 0.5em;
    line-height: 1.45;
  }
  button.item .small {
    font-size: 0.85em;
  }
  button.item strong {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  button.item.yellow {
    border-left-color: var(--zt-warn);
  }
  button.item.red,
  button.item.overdue {
    border-left-color: var(--zt-bad);
  }
  button.item[aria-current="true"] {
    background: var(--zt-soft);
    box-shadow: inset 0 0 0 2px var(--zt-accent);
  }
  .pick {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    gap: 0.4em;
  }
  .pick input {
    width: 1.2em;
    height: 1.2em;
  }
  p.row {
    margin: 0.4em 0;
  }
  .views {
    font-size: 0.92em;
  }
  .page {
    width: 4.5em;
  }
  @media (max-width: 900px) {
    .list {
      max-height: 40vh;
    }
  }
`;
