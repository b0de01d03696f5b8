import { data } from 'react-router';
import { isApiProblem } from '../app-context.js';

/** For loaders: what is not there, or not theirs, is a page that does not exist. What was asked for too often is there. */
export async function orNotFound<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (!isApiProblem(error) || error.status >= 500) throw error;
    throw data(null, { status: error.status === 429 ? 429 : 404 });
  }
}
