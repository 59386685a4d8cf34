import type { Comment } from '../../api/amendment-types.ts';

/** The comments that begin a thread at some place, with the answers to them: an answer stands where its thread does. */
export function threadsAt(comments: readonly Comment[], at: (first: Comment) => boolean): Comment[] {
  const first = new Set(comments.filter((comment) => comment.parentId === null && at(comment)).map(({ id }) => id));
  return comments.filter(({ id, parentId }) => first.has(parentId ?? id));
}
