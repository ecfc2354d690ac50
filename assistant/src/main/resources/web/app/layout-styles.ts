import { css } from "lit";

export const layoutStyles = css`
  :host {
    display: block;
    min-height: 100vh;
    background: var(--zt-soft);
  }
  header {
    background: var(--zt-bg);
    border-bottom: 3px solid var(--zt-accent);
  }
  .bar,
  main,
  footer {
    max-width: 1280px;
    margin: 0 auto;
    padding: 0.6rem 1.2rem;
  }
  main:focus {
    outline: none;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem 1.3rem;
    align-items: center;
  }
  .brand {
    font-size: 1.25em;
    font-weight: 700;
    color: var(--zt-accent);
    text-decoration: none;
  }
  nav {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2rem 1.1rem;
    flex: 1;
  }
  nav a,
  .who a {
    color: var(--zt-text);
    text-decoration: none;
    padding: 0.25rem 0;
    border-bottom: 3px solid transparent;
    white-space: nowrap;
  }
  a[aria-current] {
    border-color: var(--zt-accent);
    font-weight: 600;
  }
  .who {
    display: flex;
    gap: 0.9rem;
    align-items: center;
    white-space: nowrap;
  }
  .menu {
    display: none;
  }
  .skip {
    position: absolute;
    left: -999px;
  }
  .skip:focus {
    left: 1rem;
    top: 0.5rem;
    background: var(--zt-bg);
    padding: 0.5rem;
    z-index: 2;
  }
  footer {
    color: var(--zt-dim);
    font-size: 0.88em;
  }
  @media (max-width: 720px) {
    .bar,
    main,
    footer {
      padding: 0.5rem 0.8rem;
    }
    .bar {
      justify-content: space-between;
    }
    .menu {
      display: inline-block;
      order: 2;
      padding: 0.2em 0.8em;
    }
    .who {
      order: 1;
      margin-left: auto;
    }
    nav {
      display: none;
      order: 3;
      flex-basis: 100%;
      flex-direction: column;
    }
    nav.open {
      display: flex;
    }
    nav a {
      padding: 0.45rem 0;
      border-bottom: 1px solid var(--zt-line);
    }
  }
  @media print {
    header,
    footer,
    .skip {
      display: none;
    }
    :host {
      background: none;
    }
    main {
      max-width: none;
      padding: 0;
    }
  }
`;
