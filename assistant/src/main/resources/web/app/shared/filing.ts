import { ApiProblem, call } from "./api";
import { forgetSent, rememberSent, sentRequest } from "./autosave";
import { requestKey } from "./request-key";

/** A case's receipt. */
export interface Filed {
  caseId: string;
  number: string;
  trackingCode: string;
}

export interface Filing {
  filed: Filed;
  /** Whether that is what was sent before, whose answer was lost, and not what was to be sent now. */
  earlier: boolean;
}

const HEADER = "Idempotency-Key";
/** So many versions of one text are kept while no answer comes. */
const VERSIONS = 5;

/**
 * Files an appeal once. Its key is kept with what was typed, so that sending again after a lost answer
 * and a reload gives the first one's receipt. Where the text was changed meanwhile and an earlier one had
 * arrived, the service refuses the key: the receipt is then fetched by sending that one again as it
 * was, and what was typed since stays unsent.
 *
 * @param record and form: as what is typed is kept
 */
export async function fileOnce(base: string, record: string, form: string, body: unknown, signal?: AbortSignal): Promise<Filing> {
  const before = sentRequest(record, form);
  const key = before?.key ?? requestKey();
  const now = JSON.stringify(body);
  const others = (before?.bodies ?? []).filter((one) => one !== now);
  rememberSent(record, form, key, [now, ...others].slice(0, VERSIONS));
  const send = (text: string) => call<Filed>(base, "/api/cases", { body: JSON.parse(text), headers: { [HEADER]: key }, signal });
  try {
    const filing = await send(now).then(
      (filed) => ({ filed, earlier: false }),
      async (refused: unknown) => ({ filed: await firstTaken(others, send, refused), earlier: true }),
    );
    forgetSent(record, form);
    return filing;
  } catch (error) {
    if (ofAnother(error)) {
      // Of a text that is not known here any more: another key, or every further try would be refused.
      forgetSent(record, form);
    }
    throw error;
  }
}

/** The receipt of the one that arrived; the refusal where it was for another reason, or none of them did. */
async function firstTaken(others: string[], send: (text: string) => Promise<Filed>, refused: unknown): Promise<Filed> {
  if (!ofAnother(refused)) {
    throw refused;
  }
  for (const one of others) {
    try {
      return await send(one);
    } catch (error) {
      if (!ofAnother(error)) {
        throw error;
      }
    }
  }
  throw refused;
}

const ofAnother = (error: unknown): boolean => error instanceof ApiProblem && error.status === 409 && error.body.header === HEADER;
