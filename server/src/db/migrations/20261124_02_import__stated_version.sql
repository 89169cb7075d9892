-- Which version of a framework a file is, as the person said who brought it in: the files of ESCO and
-- O*NET say it only in the name of their archive.
alter table import_run add column stated_version text;
