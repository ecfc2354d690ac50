import { css } from "lit";

export const editStyles = css`
  .grid {
    display: grid;
    grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
    gap: 1rem;
    align-items: start;
  }
  .clause {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    line-height: 1.9;
    max-height: 70vh;
    overflow-y: auto;
  }
  mark {
    cursor: pointer;
    border-radius: 3px;
  }
  mark.chosen {
    outline: 2px solid var(--zt-accent);
  }
  .leaf {
    border-radius: 8px;
    padding: 0.2em 0.4em;
  }
  .leaf.chosen {
    background: var(--zt-soft);
  }
  .sentence {
    text-decoration: none !important;
    color: var(--zt-text) !important;
    font: inherit;
  }
  .mark {
    display: inline-block;
    width: 1.3em;
  }
  .cells {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(8.5em, 1fr));
    gap: 0.4rem;
    margin: 0.4rem 0;
  }
  .cell {
    font-weight: 400;
    font-size: 0.9em;
    color: var(--zt-dim);
  }
  .chooser {
    position: relative;
  }
  .chooser ul {
    position: absolute;
    z-index: 2;
    margin: 0;
    padding: 0.2rem 0;
    min-width: 100%;
    max-height: 16rem;
    overflow-y: auto;
    list-style: none;
    background: var(--zt-bg);
    border: 1px solid var(--zt-line);
    border-radius: 8px;
  }
  .chooser li {
    padding: 0.2rem 0.7rem;
    cursor: pointer;
    white-space: nowrap;
  }
  .chooser li[aria-selected="true"] {
    background: var(--zt-accent);
    color: var(--zt-accent-text);
  }
  .chooser li[aria-selected="true"] .dim {
    color: inherit;
  }
  .wide {
    grid-column: 1 / -1;
  }
  .bar {
    position: sticky;
    top: 0;
    background: var(--zt-bg);
    padding: 0.4rem 0;
    z-index: 1;
  }
  .keys {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.2rem 1rem;
  }
  .keys dd {
    margin: 0;
  }
  @media (max-width: 820px) {
    .grid {
      grid-template-columns: minmax(0, 1fr);
    }
    .clause {
      max-height: 40vh;
    }
  }
`;
