import { data } from 'react-router';
import { isApiProblem } from '../app-context.js';

/** For loaders: what is not there, or not theirs, is a page that does not exist. */
export async function orNotFound<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (isApiProblem(error) && [400, 403, 404].includes(error.status)) throw data(null, { status: 404 });
    throw error;
  }
}
