-- A login whose default role may do nothing migrates as itself.
set role none;
