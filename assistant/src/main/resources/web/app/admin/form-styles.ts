import { css } from "lit";

/** Forms that stand in a grid, with a set of boxes to tick. */
export const formStyles = css`
  form {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr));
    gap: 0.7rem;
  }
  .wide {
    grid-column: 1 / -1;
  }
  fieldset {
    border: 1px solid var(--zt-line);
    border-radius: 8px;
    display: flex;
    flex-wrap: wrap;
    gap: 0.2rem 1.2rem;
  }
  fieldset label {
    font-weight: 400;
  }
  fieldset input {
    width: auto;
  }
`;
