-- Who asks for an amendment of some state names the amendment or its edition too. While there were few, the planner went through
-- all drafts for one of them, in each save and in the guard of its edit.
DROP INDEX "amendment_state_idx";
