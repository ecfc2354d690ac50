import { css } from "lit";

export const chatStyles = css`
  :host {
    display: block;
    height: 100%;
    min-height: 28rem;
  }
  .window {
    display: flex;
    flex-direction: column;
    height: 100%;
    min-height: inherit;
    background: var(--zt-bg);
    border: 1px solid var(--zt-line);
    border-radius: 14px;
    overflow: hidden;
  }
  header {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 1rem;
    padding: 0.7rem 1rem;
    background: var(--zt-accent);
    color: var(--zt-accent-text);
  }
  header button.link {
    color: inherit;
  }
  .turns {
    flex: 1;
    overflow-y: auto;
    padding: 1rem;
  }
  .question {
    background: var(--zt-accent);
    color: var(--zt-accent-text);
    border-radius: 14px 14px 2px 14px;
    padding: 0.5rem 0.9rem;
    margin: 0.6rem 0 0.6rem auto;
    width: fit-content;
    max-width: 85%;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .answer,
  .welcome {
    background: var(--zt-soft);
    border-radius: 14px 14px 14px 2px;
    padding: 0.6rem 0.9rem;
    margin-bottom: 1rem;
    max-width: 95%;
    overflow-wrap: anywhere;
  }
  .answer p,
  .welcome p {
    margin: 0.3rem 0;
    white-space: pre-line;
  }
  .option {
    display: block;
    margin: 0.4rem 0;
    text-align: left;
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
    margin: 0.4rem 0;
    font-size: 0.92em;
  }
  .sources ol {
    margin: 0.3rem 0;
    padding-left: 1.6rem;
  }
  .small,
  .foot {
    font-size: 0.85em;
  }
  .foot {
    margin: 0;
    padding: 0 1rem 0.6rem;
  }
  form {
    display: flex;
    gap: 0.6rem;
    padding: 0.7rem 1rem 0.4rem;
    border-top: 1px solid var(--zt-line);
    align-items: end;
  }
  textarea {
    resize: none;
  }
  form button {
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
