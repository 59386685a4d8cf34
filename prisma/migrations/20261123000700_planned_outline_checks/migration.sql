-- An edition that is being made has no statistics yet: the planner takes its thousands of rows for one and joins by nested
-- loops, which at 10,000 entries cost minutes inside COMMIT, where no statement_timeout reaches. Hashing costs 0.2 s.
ALTER FUNCTION dingben_tree_hash(uuid) SET enable_nestloop TO off;
ALTER FUNCTION dingben_judge_outline() SET enable_nestloop TO off;
