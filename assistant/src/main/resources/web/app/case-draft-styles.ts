import { css } from "lit";

export const caseDraftStyles = css`
  .side {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    gap: 1rem;
  }
  .text {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .side label {
    margin-top: 0.6rem;
  }
  textarea {
    min-height: 22rem;
    line-height: 1.7;
    resize: vertical;
  }
  ins {
    background: color-mix(in srgb, var(--zt-good) 18%, transparent);
    text-decoration: underline;
  }
  del {
    background: color-mix(in srgb, var(--zt-bad) 14%, transparent);
  }
  .sources {
    list-style: none;
    padding: 0;
    margin: 0;
  }
  .sources li {
    border-bottom: 1px solid var(--zt-line);
    padding: 0.5rem 0;
  }
  .checks {
    list-style: none;
    padding: 0;
  }
  .paper {
    display: none;
  }
  @media print {
    .side {
      display: block;
    }
    .paper {
      display: block;
    }
    textarea,
    label {
      display: none;
    }
  }
  @media (max-width: 1000px) {
    .side {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
