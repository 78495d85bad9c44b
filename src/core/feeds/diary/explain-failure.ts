/** Turns a failure's code and facts into what a person needs: the cause found, what happened, and one remedy. */
import type { ErrorCode, Failure } from '../../../contract/errors.ts';
import { answerFailureWords } from './answer-failure-words.ts';
import type { Explanation, FailureFacts, FetchErrorCode, Words } from './failure-facts.ts';
import { networkFailureWords } from './network-failure-words.ts';

const failureWords: Readonly<Record<FetchErrorCode, Words>> = { ...networkFailureWords, ...answerFailureWords };

/** A failure with its message made from its facts, so that the same cause has the same words everywhere. */
export function fetchFailure(code: FetchErrorCode, detail: FailureFacts = {}): Failure {
  const words = failureWords[code](detail);
  return { code, message: `${words.happened} ${words.remedy}`, detail };
}

/** The same failure for somebody who asks once, of a feed that nobody will try again by itself. */
export function forOneWhoAsks(failure: Failure): Failure {
  const { happened, action } = explainFailure(failure);
  return action === 'wait' ? { ...failure, message: `${happened} Try again later.` } : failure;
}

/** Explains a failure kept earlier: works from code and detail alone. Codes of other kinds are explained by their own message. */
export function explainFailure(failure: Failure): Explanation {
  if (isFetchErrorCode(failure.code)) return failureWords[failure.code](failure.detail ?? {});
  return { cause: 'Not fetched', happened: failure.message, remedy: '', action: 'try_again' };
}

function isFetchErrorCode(code: ErrorCode): code is FetchErrorCode {
  return Object.hasOwn(failureWords, code);
}
